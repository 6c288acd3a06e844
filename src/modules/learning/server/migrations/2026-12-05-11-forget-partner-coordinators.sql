-- What we call somebody at a partner is forgotten 30 days after they were let in no more, under the role of retention.
GRANT SELECT, DELETE ON learning.partner_coordinator TO baken_forget;
