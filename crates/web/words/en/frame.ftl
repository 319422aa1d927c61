# What surrounds every page.
product = Testamur
skip-to-content = Skip to content
nav-main = Main
nav-home = Home
nav-growth = Growth plan
nav-needs = Needs
nav-accompanying = Accompanying
nav-catalogue = Catalogue
nav-desk = Desk
nav-qualifications = Qualifications
nav-board = Board
nav-programme = Programme
nav-people = People
nav-my-awards = My credentials
nav-releases = To release
nav-organizations = Organizations
nav-revocations = Taking awards back
nav-outbox = Letters to everybody
nav-jobs = Work in the background
nav-audit = Audit log
nav-letters = Your letters
nav-account = Your account
nav-menu-of = Menu of
nav-yours = Yours
nav-sign-in = Sign in
nav-sign-out = Sign out
breadcrumb = You are here
theme-dark = Dark
theme-dark-long = Use the dark theme
theme-light = Light
theme-light-long = Use the light theme
theme-auto = Light and dark as the device has it
foot-about = Testamur, an open platform for micro-credentials
foot-demo = This is a demonstration: people and work are invented.
foot-demo-people = Be somebody else

# Parts that pages share.
print-page = Print
errors-title = { $count ->
    [one] One thing to mend
   *[other] { $count } things to mend
}
errors-kept = Everything you typed is kept.
error-in-title = Error:
optional = (optional)
choose-one = Choose
pages-of = Pages
page-next = Next
page-first = Back to the first
rubric-criterion = Criterion
rubric-passes = { $number }, passes
rubric-level = { $number } { $name }
rubric-level-passes = { $number } { $name }, passes
rubric-caption = { $criteria ->
    [one] Rubric: one criterion, { $levels } levels; the marked column passes
   *[other] Rubric: { $criteria } criteria, { $levels } levels; the marked column passes
}
chosen = Chosen
criteria = Criteria
seal-says = Seal of { $title }, { $issuer }: { $level } level, { $met } of { $all } criteria met
