/** Postgres settings by name, as for `-c`. */
export type Settings = Readonly<Record<string, string>>;

/** For a small machine shared with the app; durability stays as Postgres ships it. */
export const PRODUCTION: Settings = {
  listen_addresses: "127.0.0.1",
  // Socket paths end at 107 bytes (unix(7)), data folders may be longer.
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "256MB",
  effective_cache_size: "1GB",
  work_mem: "8MB",
  maintenance_work_mem: "64MB",
  fsync: "on",
  synchronous_commit: "on",
  wal_compression: "on",
  wal_buffers: "16MB",
  min_wal_size: "128MB",
  max_wal_size: "2GB",
  checkpoint_timeout: "15min",
  random_page_cost: "1.1",
  // Short statements by the thousand: compiling plans and starting parallel workers only costs.
  jit: "off",
  max_parallel_workers_per_gather: "0",
  log_timezone: "UTC",
  timezone: "UTC",
  log_line_prefix: "%m [%p] ",
};

/** For databases that are thrown away: no wait for any disk. */
export const THROW_AWAY: Settings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum_naptime: "5min",
  shared_buffers: "128MB",
  max_connections: "300",
};
