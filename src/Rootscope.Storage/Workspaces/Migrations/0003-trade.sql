-- Trade between economies by product: one row a set, its flows in a blob. Replacing a set forgets the old one.
CREATE TABLE trade (
    name VARCHAR PRIMARY KEY,
    added TIMESTAMP NOT NULL,
    blob VARCHAR NOT NULL,
    content_hash VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    first_year INTEGER NOT NULL,
    last_year INTEGER NOT NULL,
    economies INTEGER NOT NULL,
    products INTEGER NOT NULL,
    flows BIGINT NOT NULL,
    unit VARCHAR NOT NULL,
    classification VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    licence VARCHAR NOT NULL,
    may_be_passed_on BOOLEAN NOT NULL
);
