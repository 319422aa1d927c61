# The page of an award.
award-page = { $title }, awarded to { $holder }
award-valid = Valid: the signature holds, and it is not revoked
award-revoked = Revoked by its issuer
award-see-checks = See each check
award-kind = Micro-credential, { $level } level
award-to = Awarded to
fact-awarded = On
fact-ends = Expires
never = never
award-shown = What was shown
award-judged = { $assessors ->
    [one] An assessor, without knowing whose it was, judged the evidence against { $criteria } criteria. Every criterion had to reach its level.
    [2] Two assessors, independently and without knowing whose it was, judged the evidence against { $criteria } criteria. Every criterion had to reach its level.
   *[other] { $assessors } assessors, independently and without knowing whose it was, judged the evidence against { $criteria } criteria. Every criterion had to reach its level.
}
award-results = Rubric results
award-result = Result
award-meaning = What that level means
award-offer = What was asked, and the whole rubric
award-checks = Checks
award-checked = Checked { $time }, from the signed file and not from this page.
check-yes = holds
check-no = does not hold
check-unknown = could not be told
check-trusted-contexts = Its words are the known ones
check-json-ld = Its form is complete
check-proof = The signature is valid
check-status = Not revoked
check-validity-period = Within its time
award-local-title = On this machine only.
award-local = The issuer's address is http://localhost, which strangers cannot reach: elsewhere the signature can be checked only with the issuer's document at hand.
award-elsewhere = Check it somewhere else
award-elsewhere-text = Take the signed file to any checker for Open Badges 3.0, or give it this address:
award-take = Take it along
award-file = Signed file, JSON
award-copy = Copy the address
award-copied = Copied
award-who = Who can see this page
visibility-private = Only me
visibility-unlisted = Whoever has the address
visibility-public = Everybody, and it may be listed
award-keep = Keep this
award-only-you = Only you see this part of the page.

# The first administrator.
setup-title = Begin
setup-lede = Nobody is here yet. Whoever started this program finds a token among its first lines and becomes the first administrator.
setup-token = Token
setup-token-hint = Printed when the program starts.
setup-name = Your name
setup-password-hint = At least 12 characters. A sentence is easier to remember than signs.
setup-organization = Your organization
setup-organization-hint = The district, school or provider that you begin with; others can follow.
setup-button = Make me the administrator
