create table comments (
    id integer primary key autoincrement,
    key text not null unique,
    subject text not null,
    parent text,
    name text not null,
    text text not null,
    stance text not null,
    citation text,
    status text not null,
    reason text,
    spam_score integer not null,
    spam_notes text not null,
    created_at integer not null,
    edited_at integer,
    decided_at integer
);
create index comments_of_subject on comments (subject, status);
create table authors (
    comment_key text primary key references comments (key) on delete cascade,
    email blob not null,
    email_mark text not null,
    consent_at integer not null
);
create index authors_of_mark on authors (email_mark);
create table confirmed_addresses (email_mark text primary key, confirmed_at integer not null);
create table moderation (
    id integer primary key autoincrement,
    comment_key text not null,
    moderator text not null,
    act text not null,
    reason text,
    at integer not null
);
create table spent_stamps (stamp text primary key, until integer not null);
create table network_marks (
    id integer primary key autoincrement,
    mark text not null,
    comment_key text not null,
    until integer not null
);
