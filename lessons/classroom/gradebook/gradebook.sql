-- The gradebook, version 1. Rows are only ever added, so the history stays whole.
-- Raise user_version with every change of these tables, and say in database.py how to get there.

BEGIN IMMEDIATE;

PRAGMA application_id = 1818588019;  -- the letters "less": tells a gradebook from other SQLite files
PRAGMA user_version = 1;

-- One `grade` command. A run that isn't finished is taken up again by the same command.
CREATE TABLE IF NOT EXISTS run (
    id       INTEGER PRIMARY KEY,
    seed     INTEGER NOT NULL,  -- the hidden inputs of this run are drawn from it
    lessons  TEXT NOT NULL,     -- JSON: the lessons to grade; empty for those handed in
    settings TEXT NOT NULL,     -- JSON: what else the command was asked to do
    version  TEXT NOT NULL,     -- of the package lessons
    started  TEXT NOT NULL,     -- UTC, ISO 8601, as all moments here
    finished TEXT               -- NULL while it runs, and after an interruption
);

-- One graded submission. A learner's newest row is the one to compare the next submission with.
CREATE TABLE IF NOT EXISTS grading (
    id      INTEGER PRIMARY KEY,
    run     INTEGER NOT NULL REFERENCES run,
    learner TEXT NOT NULL,      -- Learner.key
    digest  TEXT NOT NULL,      -- Submission.digest; empty if it could not be graded
    graded  TEXT NOT NULL,      -- JSON: Graded.as_plain()
    moment  TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS grading_of_learner ON grading (learner);

-- Points that a person gave instead. The newest row of an exercise counts.
CREATE TABLE IF NOT EXISTS override (
    id       INTEGER PRIMARY KEY,
    learner  TEXT NOT NULL,
    exercise TEXT NOT NULL,
    points   REAL,              -- NULL: the grader's own points count again
    reason   TEXT NOT NULL,
    moment   TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS override_of_learner ON override (learner);

COMMIT;
