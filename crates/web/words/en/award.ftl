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
award-local-title = On this machine only.
award-local = The issuer's address is { $address }, which strangers cannot reach. On another machine the signature can be checked with the two documents at hand: the command below says how.
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
award-signing = Being signed: it was awarded, and its signature follows within a minute
award-signing-text = The award is made. Its file is being signed; load this page again in a minute and the checks stand here.
award-expired = No longer valid: its time is over
award-broken = Do not rely on this: a check does not hold
award-unsure = Not certain: a check could not be made
award-commands = Check it with a command
award-commands-text = This checks the file that you downloaded, with no help from this page. It needs the two documents that the file names:
award-did = the issuer's document
award-list = the status list
fact-credential-number = Number
check-trusted-contexts-yes = Its words are the known ones
check-trusted-contexts-no = It uses words that are not known
check-trusted-contexts-unknown = It could not be told which words it uses
check-json-ld-yes = All of it is signed
check-json-ld-no = A part of it is not signed
check-json-ld-unknown = It could not be told whether all of it is signed
check-data-model-yes = It is a badge of the form Open Badges 3.0
check-data-model-no = It is no complete badge
check-data-model-unknown = It could not be told whether it is a complete badge
check-proof-yes = The signature is valid: nothing was changed
check-proof-no = The signature is not valid
check-proof-unknown = The signature could not be checked
check-issuer-yes = It was signed by the issuer that it names
check-issuer-no = It was not signed by the issuer that it names
check-issuer-unknown = It could not be told who signed it
check-status-yes = Not revoked
check-status-no = Revoked by its issuer
check-status-unknown = It could not be told whether it was revoked
check-validity-period-yes = Within its time
check-validity-period-no = Outside its time
check-validity-period-unknown = It could not be told from when to when it is valid
check-recipient-yes = It belongs to this person
check-recipient-no = It belongs to somebody else
check-recipient-unknown = It could not be told to whom it belongs
check-schema-yes = It follows the schema that it names
check-schema-no = It does not follow the schema that it names
check-schema-unknown = The schema that it names was not looked at

# The awards that a person holds.
my-awards-title = My credentials
my-awards-lede = What you have been awarded, newest first. Each is private until you show it.
my-awards-none = No credentials yet
my-awards-none-text = When assessors find that your work meets every criterion, what you earned stands here: signed, to keep and to show.
my-awards-way = Find a micro-credential
my-awards-what = Micro-credential
my-awards-when = Awarded
my-awards-who = Who can see it
my-awards-state-valid = Valid
my-awards-state-revoked = Revoked
my-awards-state-superseded = Replaced by a newer one
my-awards-state-signing = Being signed

# The page of an issuer.
issuer-lede = An issuer of micro-credentials. What it awards is signed with its keys, and can be checked without asking it.
issuer-offers = What it offers
issuer-none = Nothing published
issuer-none-text = This issuer offers no micro-credential now. What it awarded before stays valid.
issuer-keys = Its keys
issuer-keys-text = Verifiers know this issuer by its identifier and fetch its keys from its document.
issuer-did = Identifier
issuer-document = Document
issuer-no-keys = It has not signed anything yet.
issuer-key = Key
issuer-key-since = Since
issuer-key-state = State
issuer-key-good = Vouches for what it signed
issuer-key-revoked = Revoked { $date }

# Refusals.
refusal-no-such-award = There is no award at this address that you may see.
refusal-no-such-award-fix = Its holder may have made it private, or the address was cut short. Ask whoever gave you the address; if it is yours, sign in first.
refusal-not-signed-yet = This is still being signed.
refusal-not-signed-yet-fix = Signing takes a few seconds after an award. Try again in a minute.
refusal-no-such-issuer = There is no issuer at this address.
refusal-no-such-issuer-fix = Take the address from the credential again, whole. An issuer's address never changes.
refusal-no-such-status-list = There is no status list at this address.
refusal-no-such-status-list-fix = Take the address from the credential again, whole. A status list's address never changes.
refusal-visibility-unknown = Choose who may see it: only you, whoever has the address, or everybody.
refusal-visibility-unknown-fix = Programs send private, unlisted or public.
refusal-no-signing-key = The issuer has no key that may sign.
refusal-no-signing-key-fix = An administrator of the installation can see why with the command "testamur jobs list". Try again later.

# The first administrator.
setup-title = Begin
setup-lede = Nobody is here yet. Whoever started this program finds a token among its first lines and becomes the first administrator.
setup-token = Token
setup-token-hint = Printed when the program starts.
setup-name = Your name
setup-organization = Your organization
setup-organization-hint = The district, school or provider that you begin with; others can follow.
setup-button = Make me the administrator
