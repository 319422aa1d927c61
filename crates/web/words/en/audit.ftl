# The audit log, and work in the background, for those who run the installation.
audit-title = Audit log
audit-lede = What happened, who did it and as what. Looking here is on record as well.
audit-sealed-up-to = { $count } events are sealed, up to { $at } (UTC). The command “testamur audit verify” proves them.
audit-person = Person
audit-person-hint = The id of a person. Choose a name in the list to find it.
audit-person-unreadable = Enter the id of a person, or leave it empty.
audit-kind = Kind of event
audit-kind-hint = As it stands in the list, such as submission-made.
audit-kind-unreadable = Enter at most 120 characters.
audit-thing = Thing
audit-thing-hint = Its sort and its id, such as pursuit/019ab1c2-0000-7000-8000-000000000001.
audit-thing-unreadable = Enter the sort, a slash and the id, or leave it empty.
audit-before-unreadable = This place in the list does not exist. Begin at the first page.
audit-narrow = Show these
audit-all = Show all
audit-none = No event fits
audit-none-text = Nothing of this kind was recorded. Ask for less, or show all.
audit-product = the product itself
audit-sealed = sealed, place { $position }
audit-unsealed = to be sealed within a minute

jobs-title = Work in the background
jobs-lede = Signing, looking for assessors, letters and daily tidying. What goes wrong is tried eight times, then given up and kept here.
jobs-open = Waiting and running
jobs-given-up = Given up
jobs-waiting = waiting
jobs-running = running
jobs-dead = given up
jobs-due = Due { $at } (UTC).
jobs-dead-since = Given up { $at } (UTC).
jobs-attempts = { $count ->
    [0] Not tried yet.
    [one] Tried once.
   *[other] Tried { $count } times.
}
jobs-retry = Try again
jobs-retry-long = Try again: { $kind }, { $id }
jobs-retried = It will be tried again now.
jobs-none = Nothing waits
jobs-none-text = Everything that was asked for is done.
jobs-none-dead = Nothing was given up
jobs-none-dead-text = Work that went wrong eight times would be here, with its reason.
