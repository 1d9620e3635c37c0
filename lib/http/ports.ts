/**
 * Ports that speak something else than HTTP and could be made to act on the bytes of a request: the bad ports of the
 * WHATWG Fetch standard (section 2.9), then databases, caches and remote administration.
 */
const BAD_PORTS = [
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
  109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
  526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
  3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
];
const SERVICE_PORTS = [
  445, 1433, 1521, 2181, 2375, 2376, 2379, 2380, 3306, 3389, 5432, 5672, 5900, 5984, 5985, 5986, 6379, 6380,
  6432, 9042, 9092, 9200, 9300, 10250, 11211, 27017, 27018, 27019,
];
const forbidden = new Set([...BAD_PORTS, ...SERVICE_PORTS].map(String));

/** `port` as in `URL.port`: empty for the scheme's own. */
export const isForbiddenPort = (port: string): boolean => forbidden.has(port);
