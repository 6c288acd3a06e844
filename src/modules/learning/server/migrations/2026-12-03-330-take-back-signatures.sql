-- Whoever signed may take it back while people are still asked what they think of the session. The event log keeps both.
GRANT DELETE ON learning.co_taught TO baken_app;
