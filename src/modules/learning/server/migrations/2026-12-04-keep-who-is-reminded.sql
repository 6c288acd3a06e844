-- Whoever agreed to be reminded is not forgotten before the letters have come.
GRANT SELECT ON learning.reminder TO baken_forget;
