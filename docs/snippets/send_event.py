import json
import os
import urllib.request

event = {
    "type": "task.created",
    "data": {"task": {"id": "tsk_207", "title": "Follow up with the customer", "status": "active"}},
    "idempotencyKey": "tsk_207-created",
}
request = urllib.request.Request(
    os.environ.get("CARILLON_URL", "http://127.0.0.1:3000") + "/api/v1/events",
    data=json.dumps(event).encode(),
    headers={
        "Authorization": "Bearer " + os.environ["CARILLON_API_KEY"],
        "Content-Type": "application/json",
    },
)
with urllib.request.urlopen(request, timeout=10) as answer:
    print(json.load(answer)["id"])
