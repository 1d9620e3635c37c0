-- Once: every delivery that was taken in, by the id that all its attempts share.
create table if not exists webhook_inbox (
  delivery_id text primary key,
  body        text not null,
  received_at timestamptz not null default now(),
  done_at     timestamptz
);

-- For each request whose signature fits: no row comes back when the delivery is known already.
insert into webhook_inbox (delivery_id, body)
values ($1, $2)
on conflict (delivery_id) do nothing
returning delivery_id;
