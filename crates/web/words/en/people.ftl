# Signing in; the people of the demo; roles.
sign-in-title = Sign in
sign-in = Sign in
sign-in-email = E-mail address
sign-in-password = Password
sign-in-demo = This is a demonstration: no password is needed.
refusal-sign-in-unknown = This address and this password do not belong together. Look at both and try again.
demo-title = Be somebody in the demo
demo-lede = A small district with invented people. Choose one and see the product with their eyes; you can change at any time.
demo-be = Be { $name }
demo-none = Nobody is here yet
demo-none-text = The demo makes its people when it starts for the first time. Start it again with --fresh.

role-educator = educator
role-mentor = mentor
role-assessor = assessor
role-lead-assessor = lead assessor
role-designer = designer
role-programme-manager = programme manager
role-leader = leader
role-recognition-officer = recognition officer
role-administrator = administrator
