-- The plan of an educator, the way into a pursuit, its learning log, and those who accompany it.

-- position orders the plan of a person, from 0.
CREATE TABLE planned (
  id {text} NOT NULL PRIMARY KEY,
  person_id {text} NOT NULL REFERENCES person (id),
  goal_id {text} REFERENCES goal (id),
  micro_credential_id {text} NOT NULL REFERENCES micro_credential (id),
  position {int} NOT NULL,
  planned_at {int} NOT NULL
){strict};
CREATE UNIQUE INDEX planned_once_key ON planned (person_id, micro_credential_id);
CREATE INDEX planned_goal ON planned (goal_id);
CREATE INDEX planned_micro_credential ON planned (micro_credential_id);

CREATE TABLE milestone (
  planned_id {text} NOT NULL REFERENCES planned (id),
  kind {text} NOT NULL,
  on_day {text} NOT NULL,
  PRIMARY KEY (planned_id, kind)
){strict};

-- learn or show. Read by the educator and those who accompany; never by a rule of review.
CREATE TABLE pursuit_way (
  pursuit_id {text} NOT NULL PRIMARY KEY REFERENCES pursuit (id),
  way {text} NOT NULL,
  chosen_at {int} NOT NULL
){strict};

-- Read by the educator and those who accompany; never by a rule of review.
CREATE TABLE learning (
  id {text} NOT NULL PRIMARY KEY,
  pursuit_id {text} NOT NULL REFERENCES pursuit (id),
  on_day {text} NOT NULL,
  kind {text} NOT NULL,
  what {text} NOT NULL,
  minutes {int},
  created_at {int} NOT NULL
){strict};
CREATE INDEX learning_pursuit ON learning (pursuit_id, on_day, id);

-- To an address; whoever has it and is signed in may answer. answer: accepted, declined,
-- withdrawn.
CREATE TABLE companion_invitation (
  id {text} NOT NULL PRIMARY KEY,
  pursuit_id {text} NOT NULL REFERENCES pursuit (id),
  address {text} NOT NULL,
  role {text} NOT NULL,
  invited_at {int} NOT NULL,
  answer {text},
  answered_at {int}
){strict};
CREATE UNIQUE INDEX companion_invitation_open_key ON companion_invitation (pursuit_id, address) WHERE answer IS NULL;
CREATE INDEX companion_invitation_address ON companion_invitation (address, invited_at) WHERE answer IS NULL;

-- Mentors and team mates of a pursuit. Conflicts of review rest on this table: whoever has a row
-- here, ended or not, must not judge any submission of the pursuit; a team mate's own pursuits of
-- the same micro-credential and the pursuit are in conflict with the same people. Each row says
-- "person_id knows whose pursuit_id is".
CREATE TABLE companion (
  pursuit_id {text} NOT NULL REFERENCES pursuit (id),
  person_id {text} NOT NULL REFERENCES person (id),
  role {text} NOT NULL,
  since {int} NOT NULL,
  ended_at {int},
  PRIMARY KEY (pursuit_id, person_id)
){strict};
CREATE INDEX companion_person ON companion (person_id, since);

-- about: draft, criterion/ID, requirement/ID or a field of the draft.
CREATE TABLE draft_comment (
  id {text} NOT NULL PRIMARY KEY,
  pursuit_id {text} NOT NULL REFERENCES pursuit (id),
  person_id {text} NOT NULL REFERENCES person (id),
  about {text} NOT NULL,
  body {text} NOT NULL,
  created_at {int} NOT NULL,
  removed_at {int}
){strict};
CREATE INDEX draft_comment_pursuit ON draft_comment (pursuit_id, id);
CREATE INDEX draft_comment_person ON draft_comment (person_id);
