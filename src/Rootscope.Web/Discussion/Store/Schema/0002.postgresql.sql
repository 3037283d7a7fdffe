drop table confirmed_addresses;
create table address_proofs (
    mark text primary key,
    kind text not null,
    email_mark text not null,
    until bigint not null
);
create index address_proofs_of_mark on address_proofs (email_mark);
alter table authors add column is_proven boolean not null default false;
