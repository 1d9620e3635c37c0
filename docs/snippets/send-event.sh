curl --fail-with-body -sS "${CARILLON_URL:-http://127.0.0.1:3000}/api/v1/events" \
  -H "Authorization: Bearer $CARILLON_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{
    "type": "task.created",
    "data": { "task": { "id": "tsk_207", "title": "Follow up with the customer", "status": "active" } },
    "idempotencyKey": "tsk_207-created"
  }'
