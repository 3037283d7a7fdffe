create table erasure_traces (id integer primary key autoincrement, at integer not null);
insert into erasure_traces (at) values (0);
