-- After a copy was restored, as a role that sees all schools, before the first node is started.
BEGIN;
-- Devices compare what they hold with what is here, and return what is missing.
UPDATE school SET incarnation = translate(gen_random_uuid()::text, '-', '');
-- What waited to be sent when the copy was made has been sent since.
DELETE FROM outbox;
COMMIT;
