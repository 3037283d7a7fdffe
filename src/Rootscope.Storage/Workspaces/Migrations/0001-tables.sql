-- What each name stands for now.
CREATE TABLE datasets (
    name VARCHAR PRIMARY KEY,
    version INTEGER NOT NULL
);

-- Every import ever kept under a name. blob is null once a later version took its place: what it was is remembered, its figures are not.
CREATE TABLE versions (
    name VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    added TIMESTAMP NOT NULL,
    blob VARCHAR,
    content_hash VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    regions INTEGER NOT NULL,
    industries INTEGER NOT NULL,
    unit VARCHAR NOT NULL,
    licence VARCHAR NOT NULL,
    source VARCHAR,
    classification VARCHAR,
    PRIMARY KEY (name, number)
);

-- What was derived, assumed, moved or rounded on the way from the published figures, in order.
CREATE TABLE derivations (
    name VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    sentence VARCHAR NOT NULL
);

-- The tables inside the program, so that one query sees all; their figures stay in the program.
CREATE TABLE embedded (
    name VARCHAR NOT NULL,
    content_hash VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    regions INTEGER NOT NULL,
    industries INTEGER NOT NULL,
    unit VARCHAR NOT NULL,
    licence VARCHAR NOT NULL
);

CREATE VIEW tables AS
SELECT d.name, 'imported' AS origin, v.number AS version, v.added, v.content_hash, v.title, v.year, v.regions, v.industries, v.unit, v.licence, v.blob
FROM datasets d JOIN versions v ON v.name = d.name AND v.number = d.version
UNION ALL
SELECT name, 'embedded', 1, NULL, content_hash, title, year, regions, industries, unit, licence, NULL
FROM embedded;
