import os
import sqlite3
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from verify_standard import is_genuine

SECRET = os.environ["WEBHOOK_SECRET"]
INBOX = os.environ.get("INBOX", "inbox.sqlite")

with sqlite3.connect(INBOX) as inbox:
    inbox.execute("create table if not exists inbox (delivery_id text primary key, body blob)")


class Receiver(BaseHTTPRequestHandler):
    """Checks, stores, answers. The work itself comes later, from the inbox."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        id, timestamp, signature = (
            self.headers.get(f"webhook-{name}", "") for name in ("id", "timestamp", "signature")
        )
        if not is_genuine(id, timestamp, signature, body, SECRET):
            self.send_response(401)
        else:
            # A delivery that is known already changes nothing.
            with sqlite3.connect(INBOX) as inbox:
                inbox.execute("insert into inbox values (?, ?) on conflict do nothing", (id, body))
            self.send_response(204)
        self.end_headers()


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "4000"))), Receiver)
    print(f"Listening on http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()
