-- What was expensive to compute, to be found again by everything that shaped it.
CREATE TABLE results (
    key VARCHAR PRIMARY KEY,
    table_hash VARCHAR NOT NULL,
    meaning VARCHAR NOT NULL,
    blob VARCHAR NOT NULL,
    length BIGINT NOT NULL,
    added TIMESTAMP NOT NULL
);
