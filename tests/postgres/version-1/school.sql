CREATE TABLE public.absence_watch (
    school integer NOT NULL,
    document text NOT NULL COLLATE pg_catalog."C",
    cell text NOT NULL COLLATE pg_catalog."C",
    due bigint NOT NULL
);
ALTER TABLE ONLY public.absence_watch FORCE ROW LEVEL SECURITY;
CREATE TABLE public.access_tokens (
    school integer NOT NULL,
    hash text NOT NULL,
    "user" text NOT NULL,
    device text NOT NULL,
    generation bigint NOT NULL,
    expires_at bigint NOT NULL,
    deliver_only integer NOT NULL
);
ALTER TABLE ONLY public.access_tokens FORCE ROW LEVEL SECURITY;
CREATE TABLE public.account_events (
    school integer NOT NULL,
    rowid bigint NOT NULL,
    at bigint NOT NULL,
    "user" text NOT NULL,
    device text,
    kind text NOT NULL,
    actor text
);
ALTER TABLE ONLY public.account_events FORCE ROW LEVEL SECURITY;
ALTER TABLE public.account_events ALTER COLUMN rowid ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.account_events_rowid_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts (
    school integer NOT NULL,
    "user" text NOT NULL,
    login text NOT NULL COLLATE pg_catalog."C",
    person text NOT NULL,
    administrator integer NOT NULL,
    password text,
    disabled integer DEFAULT 0 NOT NULL,
    created_at bigint NOT NULL
);
ALTER TABLE ONLY public.accounts FORCE ROW LEVEL SECURITY;
CREATE TABLE public.demo (
    school integer NOT NULL,
    only_row integer NOT NULL,
    year_ends text NOT NULL,
    complete integer NOT NULL,
    CONSTRAINT demo_only_row_check CHECK ((only_row = 1))
);
ALTER TABLE ONLY public.demo FORCE ROW LEVEL SECURITY;
CREATE TABLE public.device_shares (
    school integer NOT NULL,
    "user" text NOT NULL,
    device text NOT NULL,
    ticket text NOT NULL,
    share text,
    proof text NOT NULL,
    wrong integer DEFAULT 0 NOT NULL
);
ALTER TABLE ONLY public.device_shares FORCE ROW LEVEL SECURITY;
CREATE TABLE public.devices (
    school integer NOT NULL,
    "user" text NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    created_at bigint NOT NULL,
    last_seen bigint NOT NULL,
    revoked_at bigint,
    generation bigint DEFAULT 0 NOT NULL,
    traded text,
    forgotten_at bigint
);
ALTER TABLE ONLY public.devices FORCE ROW LEVEL SECURITY;
CREATE TABLE public.document (
    school integer NOT NULL,
    number bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    seq bigint NOT NULL,
    chain bytea NOT NULL
);
ALTER TABLE ONLY public.document FORCE ROW LEVEL SECURITY;
ALTER TABLE public.document ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.document_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.esia_links (
    school integer NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    "user" text NOT NULL,
    linked_at bigint NOT NULL
);
ALTER TABLE ONLY public.esia_links FORCE ROW LEVEL SECURITY;
CREATE TABLE public.fact_index (
    school integer NOT NULL,
    document bigint NOT NULL,
    key bigint NOT NULL,
    seq bigint NOT NULL
);
ALTER TABLE ONLY public.fact_index FORCE ROW LEVEL SECURITY;
CREATE TABLE public.failed_attempts (
    school integer NOT NULL,
    key text NOT NULL,
    failures integer NOT NULL,
    last_at bigint NOT NULL
);
ALTER TABLE ONLY public.failed_attempts FORCE ROW LEVEL SECURITY;
CREATE TABLE public.family_links (
    school integer NOT NULL,
    "user" text NOT NULL,
    pupil text NOT NULL COLLATE pg_catalog."C",
    person text NOT NULL COLLATE pg_catalog."C",
    revoked integer DEFAULT 0 NOT NULL,
    last_read bigint
);
ALTER TABLE ONLY public.family_links FORCE ROW LEVEL SECURITY;
CREATE TABLE public.file_contents (
    school integer NOT NULL,
    hash text NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY public.file_contents ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE ONLY public.file_contents FORCE ROW LEVEL SECURITY;
CREATE TABLE public.file_journals (
    school integer NOT NULL,
    hash text NOT NULL,
    journal text NOT NULL,
    "user" text NOT NULL,
    received_at bigint NOT NULL
);
ALTER TABLE ONLY public.file_journals FORCE ROW LEVEL SECURITY;
CREATE TABLE public.files (
    school integer NOT NULL,
    hash text NOT NULL,
    type text NOT NULL,
    size bigint NOT NULL,
    received_at bigint NOT NULL
);
ALTER TABLE ONLY public.files FORCE ROW LEVEL SECURITY;
CREATE TABLE public.one_time_codes (
    school integer NOT NULL,
    "user" text NOT NULL,
    hash text NOT NULL,
    expires_at bigint NOT NULL,
    wrong integer DEFAULT 0 NOT NULL,
    used_at bigint
);
ALTER TABLE ONLY public.one_time_codes FORCE ROW LEVEL SECURITY;
CREATE TABLE public.outbox (
    school integer NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    way text NOT NULL,
    pupil text NOT NULL,
    person text NOT NULL,
    asked text,
    subject text NOT NULL,
    text text NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    due bigint NOT NULL,
    outcome text
);
ALTER TABLE ONLY public.outbox FORCE ROW LEVEL SECURITY;
CREATE TABLE public.parta_schema (
    version integer NOT NULL
);
CREATE TABLE public.pending (
    school integer NOT NULL,
    key text NOT NULL,
    value text NOT NULL,
    until bigint NOT NULL
);
ALTER TABLE ONLY public.pending FORCE ROW LEVEL SECURITY;
CREATE TABLE public.policy_fact (
    school integer NOT NULL,
    document bigint NOT NULL,
    seq bigint NOT NULL,
    clock bigint NOT NULL,
    receipt text NOT NULL,
    fact text,
    change bigint NOT NULL
);
ALTER TABLE ONLY public.policy_fact FORCE ROW LEVEL SECURITY;
CREATE TABLE public.push_subscriptions (
    school integer NOT NULL,
    endpoint text NOT NULL,
    "user" text NOT NULL,
    device text NOT NULL,
    p256dh text NOT NULL,
    auth text NOT NULL,
    created_at bigint NOT NULL
);
ALTER TABLE ONLY public.push_subscriptions FORCE ROW LEVEL SECURITY;
CREATE TABLE public.refresh_tokens (
    school integer NOT NULL,
    hash text NOT NULL,
    "user" text NOT NULL,
    device text NOT NULL,
    generation bigint NOT NULL,
    issued_at bigint NOT NULL
);
ALTER TABLE ONLY public.refresh_tokens FORCE ROW LEVEL SECURITY;
CREATE TABLE public."row" (
    school integer NOT NULL,
    document bigint NOT NULL,
    seq bigint NOT NULL,
    client bigint NOT NULL,
    clock bigint NOT NULL,
    length bigint NOT NULL,
    author text NOT NULL,
    device text NOT NULL,
    capacity text NOT NULL,
    times text NOT NULL,
    verdict text NOT NULL,
    reason text,
    mac text NOT NULL,
    carries boolean NOT NULL,
    elements text,
    hash bytea NOT NULL,
    chain bytea NOT NULL,
    change bigint NOT NULL
);
ALTER TABLE ONLY public."row" FORCE ROW LEVEL SECURITY;
CREATE TABLE public.school (
    number integer NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    incarnation text NOT NULL,
    change bigint DEFAULT 0 NOT NULL,
    moved_to text
);
ALTER TABLE ONLY public.school FORCE ROW LEVEL SECURITY;
CREATE TABLE public.school_key (
    school integer NOT NULL,
    name text NOT NULL,
    print text NOT NULL
);
ALTER TABLE ONLY public.school_key FORCE ROW LEVEL SECURITY;
ALTER TABLE public.school ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.school_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.served_host (
    host text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.sign_outs (
    school integer NOT NULL,
    number bigint NOT NULL,
    "user" text NOT NULL,
    device text,
    at bigint NOT NULL
);
ALTER TABLE ONLY public.sign_outs FORCE ROW LEVEL SECURITY;
CREATE TABLE public.writer (
    school integer NOT NULL,
    document bigint NOT NULL,
    client bigint NOT NULL,
    "user" text NOT NULL,
    device text NOT NULL,
    next bigint NOT NULL
);
ALTER TABLE ONLY public.writer FORCE ROW LEVEL SECURITY;
INSERT INTO public.account_events OVERRIDING SYSTEM VALUE VALUES (1, 1, 1795635927270, 'rjyq_', NULL, 'created', NULL);
INSERT INTO public.account_events OVERRIDING SYSTEM VALUE VALUES (1, 2, 1795635927278, 'mdf_d', NULL, 'created', NULL);
INSERT INTO public.account_events OVERRIDING SYSTEM VALUE VALUES (1, 3, 1795635927280, 'BUYER', NULL, 'created', NULL);
INSERT INTO public.account_events OVERRIDING SYSTEM VALUE VALUES (1, 4, 1795635927287, 'jX_zb', NULL, 'created', NULL);
INSERT INTO public.account_events OVERRIDING SYSTEM VALUE VALUES (1, 5, 1795635927290, 'hhKze', NULL, 'created', NULL);
INSERT INTO public.account_events OVERRIDING SYSTEM VALUE VALUES (1, 6, 1795635927295, 'krAmJ', NULL, 'created', NULL);
INSERT INTO public.account_events OVERRIDING SYSTEM VALUE VALUES (1, 7, 1795635927355, 'XPK-0', NULL, 'created', NULL);
INSERT INTO public.account_events OVERRIDING SYSTEM VALUE VALUES (1, 8, 1795635927400, 'bwU5f', NULL, 'created', NULL);
INSERT INTO public.account_events OVERRIDING SYSTEM VALUE VALUES (1, 9, 1795635927439, 'KosgK', NULL, 'created', NULL);
INSERT INTO public.account_events OVERRIDING SYSTEM VALUE VALUES (1, 10, 1795635927751, 'rjyq_', NULL, 'codeIssued', NULL);
INSERT INTO public.account_events OVERRIDING SYSTEM VALUE VALUES (1, 11, 1795635928017, 'mdf_d', NULL, 'codeIssued', NULL);
INSERT INTO public.account_events OVERRIDING SYSTEM VALUE VALUES (1, 12, 1795635928154, 'BUYER', NULL, 'codeIssued', NULL);
INSERT INTO public.account_events OVERRIDING SYSTEM VALUE VALUES (1, 13, 1795635928408, 'jX_zb', NULL, 'codeIssued', NULL);
INSERT INTO public.account_events OVERRIDING SYSTEM VALUE VALUES (1, 14, 1795635928456, 'hhKze', NULL, 'codeIssued', NULL);
INSERT INTO public.account_events OVERRIDING SYSTEM VALUE VALUES (1, 15, 1795635928655, 'krAmJ', NULL, 'codeIssued', NULL);
INSERT INTO public.account_events OVERRIDING SYSTEM VALUE VALUES (1, 16, 1795635929031, 'XPK-0', NULL, 'codeIssued', NULL);
INSERT INTO public.account_events OVERRIDING SYSTEM VALUE VALUES (1, 17, 1795635929112, 'bwU5f', NULL, 'codeIssued', NULL);
INSERT INTO public.account_events OVERRIDING SYSTEM VALUE VALUES (1, 18, 1795635929278, 'KosgK', NULL, 'codeIssued', NULL);
INSERT INTO public.accounts VALUES (1, 'rjyq_', 'kolchanova', 'dep', 0, NULL, 0, 1795635927268);
INSERT INTO public.accounts VALUES (1, 'mdf_d', 'babushkina', 't1', 0, NULL, 0, 1795635927275);
INSERT INTO public.accounts VALUES (1, 'BUYER', 'elokhova', 't2', 0, NULL, 0, 1795635927280);
INSERT INTO public.accounts VALUES (1, 'jX_zb', 'lobanova', 't3', 0, NULL, 0, 1795635927284);
INSERT INTO public.accounts VALUES (1, 'hhKze', 'deryusheva', 't4', 0, NULL, 0, 1795635927289);
INSERT INTO public.accounts VALUES (1, 'krAmJ', 'vyatkina', 't5', 0, NULL, 0, 1795635927295);
INSERT INTO public.accounts VALUES (1, 'XPK-0', 'elokhova.v', 't6', 0, NULL, 0, 1795635927353);
INSERT INTO public.accounts VALUES (1, 'bwU5f', 'deryusheva.s', 't7', 0, NULL, 0, 1795635927399);
INSERT INTO public.accounts VALUES (1, 'KosgK', 'elokhova.a', 't8', 0, NULL, 0, 1795635927435);
INSERT INTO public.document OVERRIDING SYSTEM VALUE VALUES (1, 2, 'class/2025-7a', 1, '\x5581db3fa79b3003c0af5fc51852c6cfa7276dc3c92119998f0b11bb94c755d7');
INSERT INTO public.document OVERRIDING SYSTEM VALUE VALUES (1, 3, 'family/p001', 1, '\x75c3ea1e1e0ec37cca4484aebb990c0398226b9167f28c5e0d5674b1968370bb');
INSERT INTO public.document OVERRIDING SYSTEM VALUE VALUES (1, 4, 'family/p002', 1, '\x8cc36a6e024bcc2e8df009be3d5a529b16a93888292cb64ae43ad6c27e772018');
INSERT INTO public.document OVERRIDING SYSTEM VALUE VALUES (1, 5, 'family/p003', 1, '\x75c7a201c067a08aebbb40370e25c54aafa1061b6e0a92eec62f76c5aa53834d');
INSERT INTO public.document OVERRIDING SYSTEM VALUE VALUES (1, 6, 'family/p004', 1, '\x79a12d1f0c876167abacd3da912012db8eecd003b05a4847771799e019128d8f');
INSERT INTO public.document OVERRIDING SYSTEM VALUE VALUES (1, 7, 'family/p005', 1, '\xb43522cab035f81fd867a215930f331c67f286c1ccf8e620e011c59bb40fe80d');
INSERT INTO public.document OVERRIDING SYSTEM VALUE VALUES (1, 8, 'family/p006', 1, '\x475628e3de29b7771db4998f78653c1880cda591ac3531be30a54aaa4a811ccc');
INSERT INTO public.document OVERRIDING SYSTEM VALUE VALUES (1, 9, 'family/p007', 1, '\xaf25c53e43befcd1f7d79ab0594fc864335f8690587e17f35435a945ccd85f7b');
INSERT INTO public.document OVERRIDING SYSTEM VALUE VALUES (1, 10, 'family/p008', 1, '\xe36bc08abf8467bbd5a8d86f98041c63ebe9380976f2f98d940234947134c483');
INSERT INTO public.document OVERRIDING SYSTEM VALUE VALUES (1, 11, 'family/p009', 1, '\x8da27067eac05fd1d229499e1f423364ceb10cb49c7e320c14dab651b8b9b541');
INSERT INTO public.document OVERRIDING SYSTEM VALUE VALUES (1, 12, 'family/p010', 1, '\x897545ca81bea5f34569b7ae38026046b7ecb5765fae77bf260a694ef9c46e33');
INSERT INTO public.document OVERRIDING SYSTEM VALUE VALUES (1, 13, 'journal/2025-7a,math', 1, '\x1b1fe9dce8702803fac448441524f9f1135ade2f9ce31423bd89376266a38418');
INSERT INTO public.document OVERRIDING SYSTEM VALUE VALUES (1, 14, 'journal/2025-7a,rus', 1, '\x5067ec64320a359beb7ed3bb272dec66c5daf1fedd3820e3406ca3d3f70a3308');
INSERT INTO public.document OVERRIDING SYSTEM VALUE VALUES (1, 15, 'journal/2025-7a,rov', 1, '\x5830c3faffa0d48586e64e740100d119a1dee16f9f766ea276b5df7262833b51');
INSERT INTO public.document OVERRIDING SYSTEM VALUE VALUES (1, 16, 'journal/2025-7a,eng,2025-7a-eng1', 1, '\x418f9d36907416824e70c89427f5140af3e29830fe1099ec9a30108b06df244e');
INSERT INTO public.document OVERRIDING SYSTEM VALUE VALUES (1, 17, 'journal/2025-7a,eng,2025-7a-eng2', 1, '\xacf08e75212b34c093108e0c23d0ebd57211b3eb53d8208de89c562e3fdd91ed');
INSERT INTO public.document OVERRIDING SYSTEM VALUE VALUES (1, 18, 'journal/2025-7a,inf', 1, '\xa4ad7a20b3adecbbb3a785d8252937793d7c353d69411abf7d93e1d58e815c61');
INSERT INTO public.document OVERRIDING SYSTEM VALUE VALUES (1, 19, 'journal/2025-7a,pe', 1, '\x7e27fbaed7ccb5e39f95c9308c18403c9c1ccf6ad8979a7dd1725c2d8e14a594');
INSERT INTO public.document OVERRIDING SYSTEM VALUE VALUES (1, 20, 'journal/2025-7a,hist', 1, '\xd85f5d17c025aad8a8c1e115ce0c4f7ffc8dee670de6732a4c0cd53967e25275');
INSERT INTO public.document OVERRIDING SYSTEM VALUE VALUES (1, 21, 'journal/2025-7a,mus', 1, '\xd3be10765c24e6c0a7b2a33bf85f1bde7160847bfa0c7fde8405ca8960d25eee');
INSERT INTO public.document OVERRIDING SYSTEM VALUE VALUES (1, 1, 'school', 2, '\x62b69e9e70ea567e716f527b0bf1355ff2074197d8b063279f0a4838a16a6846');
INSERT INTO public.fact_index VALUES (1, 1, 226940375874067, 1);
INSERT INTO public.fact_index VALUES (1, 1, 8108017042878, 1);
INSERT INTO public.fact_index VALUES (1, 1, 223435149813350, 1);
INSERT INTO public.fact_index VALUES (1, 1, 179387238256856, 1);
INSERT INTO public.fact_index VALUES (1, 1, 65935060927593, 1);
INSERT INTO public.fact_index VALUES (1, 1, 258202202931427, 1);
INSERT INTO public.fact_index VALUES (1, 1, 1332405358210, 1);
INSERT INTO public.fact_index VALUES (1, 1, 209413779655111, 1);
INSERT INTO public.fact_index VALUES (1, 1, 109382586201399, 1);
INSERT INTO public.fact_index VALUES (1, 1, 271536487044591, 1);
INSERT INTO public.fact_index VALUES (1, 1, 8248801710702, 1);
INSERT INTO public.fact_index VALUES (1, 1, 108936396356652, 1);
INSERT INTO public.fact_index VALUES (1, 1, 197650832736176, 1);
INSERT INTO public.fact_index VALUES (1, 1, 4542388437835, 1);
INSERT INTO public.fact_index VALUES (1, 1, 208442503074305, 1);
INSERT INTO public.fact_index VALUES (1, 1, 262759520339206, 1);
INSERT INTO public.fact_index VALUES (1, 1, 187737763805674, 1);
INSERT INTO public.fact_index VALUES (1, 1, 47889493461910, 1);
INSERT INTO public.fact_index VALUES (1, 1, 106279317123636, 1);
INSERT INTO public.fact_index VALUES (1, 1, 258588731831614, 1);
INSERT INTO public.fact_index VALUES (1, 1, 91857088204742, 1);
INSERT INTO public.fact_index VALUES (1, 1, 181016017211104, 1);
INSERT INTO public.fact_index VALUES (1, 1, 210879650941463, 1);
INSERT INTO public.fact_index VALUES (1, 1, 17480653156055, 1);
INSERT INTO public.fact_index VALUES (1, 1, 234873164856849, 1);
INSERT INTO public.fact_index VALUES (1, 1, 178264436621172, 1);
INSERT INTO public.fact_index VALUES (1, 1, 2735817517048, 1);
INSERT INTO public.fact_index VALUES (1, 1, 17249221531740, 1);
INSERT INTO public.fact_index VALUES (1, 1, 204676843525296, 1);
INSERT INTO public.fact_index VALUES (1, 1, 250430872266347, 1);
INSERT INTO public.fact_index VALUES (1, 1, 119524499201992, 1);
INSERT INTO public.fact_index VALUES (1, 1, 71015802813679, 1);
INSERT INTO public.fact_index VALUES (1, 1, 135471103631448, 1);
INSERT INTO public.fact_index VALUES (1, 1, 239810362451961, 1);
INSERT INTO public.fact_index VALUES (1, 1, 43230473120420, 1);
INSERT INTO public.fact_index VALUES (1, 1, 143409051309063, 1);
INSERT INTO public.fact_index VALUES (1, 1, 135225933271663, 1);
INSERT INTO public.fact_index VALUES (1, 1, 53906445997753, 1);
INSERT INTO public.fact_index VALUES (1, 1, 235446237051379, 1);
INSERT INTO public.fact_index VALUES (1, 1, 210080011479520, 1);
INSERT INTO public.fact_index VALUES (1, 1, 132218685484308, 1);
INSERT INTO public.fact_index VALUES (1, 1, 110427056328336, 1);
INSERT INTO public.fact_index VALUES (1, 1, 172707800913241, 1);
INSERT INTO public.fact_index VALUES (1, 1, 101986335571319, 1);
INSERT INTO public.fact_index VALUES (1, 1, 269309817497026, 1);
INSERT INTO public.fact_index VALUES (1, 1, 16518577720754, 1);
INSERT INTO public.fact_index VALUES (1, 1, 252842567343763, 1);
INSERT INTO public.fact_index VALUES (1, 1, 139334538133027, 1);
INSERT INTO public.fact_index VALUES (1, 1, 277432969969332, 1);
INSERT INTO public.fact_index VALUES (1, 1, 38873852412988, 1);
INSERT INTO public.fact_index VALUES (1, 1, 174502290908738, 1);
INSERT INTO public.fact_index VALUES (1, 1, 157737446437853, 1);
INSERT INTO public.fact_index VALUES (1, 1, 43526995511316, 1);
INSERT INTO public.fact_index VALUES (1, 1, 183904961396535, 1);
INSERT INTO public.fact_index VALUES (1, 1, 63045544579874, 1);
INSERT INTO public.fact_index VALUES (1, 1, 276047345887802, 1);
INSERT INTO public.fact_index VALUES (1, 1, 215337705070780, 1);
INSERT INTO public.fact_index VALUES (1, 1, 166143695547438, 1);
INSERT INTO public.fact_index VALUES (1, 1, 273178570243854, 1);
INSERT INTO public.fact_index VALUES (1, 1, 17156476606098, 1);
INSERT INTO public.fact_index VALUES (1, 1, 143799515264991, 1);
INSERT INTO public.fact_index VALUES (1, 1, 134703503457775, 1);
INSERT INTO public.fact_index VALUES (1, 1, 239235358022445, 1);
INSERT INTO public.fact_index VALUES (1, 1, 239677202834896, 1);
INSERT INTO public.fact_index VALUES (1, 1, 225943332752687, 1);
INSERT INTO public.fact_index VALUES (1, 1, 127676294849865, 1);
INSERT INTO public.fact_index VALUES (1, 1, 241515471260567, 1);
INSERT INTO public.fact_index VALUES (1, 1, 172859104652275, 1);
INSERT INTO public.fact_index VALUES (1, 1, 135678072431438, 1);
INSERT INTO public.fact_index VALUES (1, 2, 237607242799613, 1);
INSERT INTO public.fact_index VALUES (1, 2, 87173361034536, 1);
INSERT INTO public.fact_index VALUES (1, 2, 233647605969218, 1);
INSERT INTO public.fact_index VALUES (1, 2, 102076416331479, 1);
INSERT INTO public.fact_index VALUES (1, 2, 8698204971435, 1);
INSERT INTO public.fact_index VALUES (1, 2, 160088229624315, 1);
INSERT INTO public.fact_index VALUES (1, 2, 234773596723015, 1);
INSERT INTO public.fact_index VALUES (1, 2, 146494591106111, 1);
INSERT INTO public.fact_index VALUES (1, 2, 231121761442099, 1);
INSERT INTO public.fact_index VALUES (1, 2, 14107011275527, 1);
INSERT INTO public.fact_index VALUES (1, 2, 189489089424055, 1);
INSERT INTO public.fact_index VALUES (1, 2, 171674310234670, 1);
INSERT INTO public.fact_index VALUES (1, 2, 248863869300941, 1);
INSERT INTO public.fact_index VALUES (1, 2, 175945533636546, 1);
INSERT INTO public.fact_index VALUES (1, 2, 109792124784659, 1);
INSERT INTO public.fact_index VALUES (1, 2, 112457811336321, 1);
INSERT INTO public.fact_index VALUES (1, 2, 15013759607499, 1);
INSERT INTO public.fact_index VALUES (1, 2, 125616643544165, 1);
INSERT INTO public.fact_index VALUES (1, 2, 223564723353334, 1);
INSERT INTO public.fact_index VALUES (1, 2, 56129640180189, 1);
INSERT INTO public.fact_index VALUES (1, 2, 172289866773887, 1);
INSERT INTO public.fact_index VALUES (1, 2, 84410611666530, 1);
INSERT INTO public.fact_index VALUES (1, 2, 22410710542140, 1);
INSERT INTO public.fact_index VALUES (1, 2, 207195530217784, 1);
INSERT INTO public.fact_index VALUES (1, 2, 98778430193397, 1);
INSERT INTO public.fact_index VALUES (1, 2, 135893932123500, 1);
INSERT INTO public.fact_index VALUES (1, 2, 56437043029000, 1);
INSERT INTO public.fact_index VALUES (1, 2, 122313396915872, 1);
INSERT INTO public.fact_index VALUES (1, 2, 143831378563283, 1);
INSERT INTO public.fact_index VALUES (1, 2, 167977763397370, 1);
INSERT INTO public.fact_index VALUES (1, 2, 94547006847635, 1);
INSERT INTO public.fact_index VALUES (1, 2, 152499736042016, 1);
INSERT INTO public.fact_index VALUES (1, 2, 59166113168488, 1);
INSERT INTO public.fact_index VALUES (1, 2, 29920798691135, 1);
INSERT INTO public.fact_index VALUES (1, 3, 205019129590747, 1);
INSERT INTO public.fact_index VALUES (1, 4, 78007916049488, 1);
INSERT INTO public.fact_index VALUES (1, 5, 241475984795828, 1);
INSERT INTO public.fact_index VALUES (1, 6, 154430316654813, 1);
INSERT INTO public.fact_index VALUES (1, 7, 82900126136248, 1);
INSERT INTO public.fact_index VALUES (1, 8, 242444641252136, 1);
INSERT INTO public.fact_index VALUES (1, 9, 164913585316687, 1);
INSERT INTO public.fact_index VALUES (1, 10, 225688022025071, 1);
INSERT INTO public.fact_index VALUES (1, 11, 199357462837195, 1);
INSERT INTO public.fact_index VALUES (1, 12, 41170065752922, 1);
INSERT INTO public.fact_index VALUES (1, 13, 121612030466932, 1);
INSERT INTO public.fact_index VALUES (1, 13, 254777117096386, 1);
INSERT INTO public.fact_index VALUES (1, 13, 231040444859214, 1);
INSERT INTO public.fact_index VALUES (1, 13, 26350132945130, 1);
INSERT INTO public.fact_index VALUES (1, 13, 189372063005467, 1);
INSERT INTO public.fact_index VALUES (1, 13, 253747976719767, 1);
INSERT INTO public.fact_index VALUES (1, 13, 267177228228855, 1);
INSERT INTO public.fact_index VALUES (1, 13, 13392980214145, 1);
INSERT INTO public.fact_index VALUES (1, 13, 224594583120383, 1);
INSERT INTO public.fact_index VALUES (1, 13, 277527188555225, 1);
INSERT INTO public.fact_index VALUES (1, 13, 134446461355305, 1);
INSERT INTO public.fact_index VALUES (1, 13, 149550199871729, 1);
INSERT INTO public.fact_index VALUES (1, 13, 280126690493108, 1);
INSERT INTO public.fact_index VALUES (1, 13, 263495035232616, 1);
INSERT INTO public.fact_index VALUES (1, 13, 201615847504946, 1);
INSERT INTO public.fact_index VALUES (1, 13, 116582594062542, 1);
INSERT INTO public.fact_index VALUES (1, 13, 150243624738339, 1);
INSERT INTO public.fact_index VALUES (1, 13, 71978203289787, 1);
INSERT INTO public.fact_index VALUES (1, 13, 57327077258384, 1);
INSERT INTO public.fact_index VALUES (1, 13, 172819702021367, 1);
INSERT INTO public.fact_index VALUES (1, 13, 237245724699126, 1);
INSERT INTO public.fact_index VALUES (1, 13, 122143780557604, 1);
INSERT INTO public.fact_index VALUES (1, 13, 249136039743728, 1);
INSERT INTO public.fact_index VALUES (1, 13, 122228005659380, 1);
INSERT INTO public.fact_index VALUES (1, 13, 55025175758523, 1);
INSERT INTO public.fact_index VALUES (1, 13, 42589909122298, 1);
INSERT INTO public.fact_index VALUES (1, 13, 101406275897162, 1);
INSERT INTO public.fact_index VALUES (1, 13, 97298248010081, 1);
INSERT INTO public.fact_index VALUES (1, 13, 212671535160803, 1);
INSERT INTO public.fact_index VALUES (1, 13, 246241652817898, 1);
INSERT INTO public.fact_index VALUES (1, 13, 226751102881550, 1);
INSERT INTO public.fact_index VALUES (1, 13, 219494383420878, 1);
INSERT INTO public.fact_index VALUES (1, 13, 138548995397179, 1);
INSERT INTO public.fact_index VALUES (1, 13, 118631552410591, 1);
INSERT INTO public.fact_index VALUES (1, 13, 48960494319347, 1);
INSERT INTO public.fact_index VALUES (1, 13, 159661650504941, 1);
INSERT INTO public.fact_index VALUES (1, 13, 133728930106919, 1);
INSERT INTO public.fact_index VALUES (1, 13, 68467076664957, 1);
INSERT INTO public.fact_index VALUES (1, 13, 92603699178841, 1);
INSERT INTO public.fact_index VALUES (1, 13, 128483984426081, 1);
INSERT INTO public.fact_index VALUES (1, 13, 169965610801438, 1);
INSERT INTO public.fact_index VALUES (1, 13, 280288204320231, 1);
INSERT INTO public.fact_index VALUES (1, 13, 193054791959844, 1);
INSERT INTO public.fact_index VALUES (1, 13, 144820815398217, 1);
INSERT INTO public.fact_index VALUES (1, 13, 79989690910334, 1);
INSERT INTO public.fact_index VALUES (1, 13, 241613879909541, 1);
INSERT INTO public.fact_index VALUES (1, 13, 278663426961541, 1);
INSERT INTO public.fact_index VALUES (1, 13, 259087626554575, 1);
INSERT INTO public.fact_index VALUES (1, 13, 58538704476835, 1);
INSERT INTO public.fact_index VALUES (1, 13, 60495705660615, 1);
INSERT INTO public.fact_index VALUES (1, 13, 201531637684095, 1);
INSERT INTO public.fact_index VALUES (1, 13, 90536145153814, 1);
INSERT INTO public.fact_index VALUES (1, 13, 15932109271574, 1);
INSERT INTO public.fact_index VALUES (1, 13, 20749071355438, 1);
INSERT INTO public.fact_index VALUES (1, 13, 33986356432757, 1);
INSERT INTO public.fact_index VALUES (1, 13, 30296597784767, 1);
INSERT INTO public.fact_index VALUES (1, 13, 213505604525020, 1);
INSERT INTO public.fact_index VALUES (1, 13, 15194646558935, 1);
INSERT INTO public.fact_index VALUES (1, 13, 181024116611651, 1);
INSERT INTO public.fact_index VALUES (1, 13, 116249941149170, 1);
INSERT INTO public.fact_index VALUES (1, 13, 126659059046606, 1);
INSERT INTO public.fact_index VALUES (1, 13, 6729590365769, 1);
INSERT INTO public.fact_index VALUES (1, 13, 98445941195823, 1);
INSERT INTO public.fact_index VALUES (1, 13, 134437497673652, 1);
INSERT INTO public.fact_index VALUES (1, 13, 163031900110414, 1);
INSERT INTO public.fact_index VALUES (1, 13, 194409270432368, 1);
INSERT INTO public.fact_index VALUES (1, 13, 180242915499190, 1);
INSERT INTO public.fact_index VALUES (1, 13, 99474401880432, 1);
INSERT INTO public.fact_index VALUES (1, 13, 195259176008997, 1);
INSERT INTO public.fact_index VALUES (1, 13, 275454630533214, 1);
INSERT INTO public.fact_index VALUES (1, 13, 51848385733493, 1);
INSERT INTO public.fact_index VALUES (1, 13, 43840434194437, 1);
INSERT INTO public.fact_index VALUES (1, 13, 60304830568232, 1);
INSERT INTO public.fact_index VALUES (1, 13, 79784250545803, 1);
INSERT INTO public.fact_index VALUES (1, 13, 88680617429445, 1);
INSERT INTO public.fact_index VALUES (1, 13, 28512197688210, 1);
INSERT INTO public.fact_index VALUES (1, 13, 84950632636309, 1);
INSERT INTO public.fact_index VALUES (1, 13, 19206144516320, 1);
INSERT INTO public.fact_index VALUES (1, 13, 30379164902115, 1);
INSERT INTO public.fact_index VALUES (1, 13, 243700200225061, 1);
INSERT INTO public.fact_index VALUES (1, 13, 24029182730861, 1);
INSERT INTO public.fact_index VALUES (1, 13, 258923612081233, 1);
INSERT INTO public.fact_index VALUES (1, 13, 265923634515476, 1);
INSERT INTO public.fact_index VALUES (1, 13, 215777422862617, 1);
INSERT INTO public.fact_index VALUES (1, 13, 147698731540615, 1);
INSERT INTO public.fact_index VALUES (1, 13, 209138985176728, 1);
INSERT INTO public.fact_index VALUES (1, 13, 45021123802309, 1);
INSERT INTO public.fact_index VALUES (1, 13, 33816681526859, 1);
INSERT INTO public.fact_index VALUES (1, 13, 27999378916797, 1);
INSERT INTO public.fact_index VALUES (1, 13, 266297977977876, 1);
INSERT INTO public.fact_index VALUES (1, 13, 149528255723972, 1);
INSERT INTO public.fact_index VALUES (1, 13, 194637482642950, 1);
INSERT INTO public.fact_index VALUES (1, 13, 14637992457970, 1);
INSERT INTO public.fact_index VALUES (1, 13, 48598119009666, 1);
INSERT INTO public.fact_index VALUES (1, 13, 25369363006603, 1);
INSERT INTO public.fact_index VALUES (1, 13, 18110155749512, 1);
INSERT INTO public.fact_index VALUES (1, 13, 232763554869875, 1);
INSERT INTO public.fact_index VALUES (1, 13, 233130748874018, 1);
INSERT INTO public.fact_index VALUES (1, 13, 67421147140688, 1);
INSERT INTO public.fact_index VALUES (1, 13, 177748939461668, 1);
INSERT INTO public.fact_index VALUES (1, 13, 233982112643214, 1);
INSERT INTO public.fact_index VALUES (1, 13, 205112751089913, 1);
INSERT INTO public.fact_index VALUES (1, 13, 130452344474403, 1);
INSERT INTO public.fact_index VALUES (1, 13, 193465216489348, 1);
INSERT INTO public.fact_index VALUES (1, 13, 42108321245569, 1);
INSERT INTO public.fact_index VALUES (1, 13, 123735494043039, 1);
INSERT INTO public.fact_index VALUES (1, 13, 152454344128989, 1);
INSERT INTO public.fact_index VALUES (1, 13, 30395894438389, 1);
INSERT INTO public.fact_index VALUES (1, 13, 70650659028674, 1);
INSERT INTO public.fact_index VALUES (1, 13, 72363494609228, 1);
INSERT INTO public.fact_index VALUES (1, 15, 156210421637382, 1);
INSERT INTO public.fact_index VALUES (1, 15, 266295966720912, 1);
INSERT INTO public.fact_index VALUES (1, 15, 99964202458807, 1);
INSERT INTO public.fact_index VALUES (1, 15, 68982534314974, 1);
INSERT INTO public.fact_index VALUES (1, 15, 179050066642593, 1);
INSERT INTO public.fact_index VALUES (1, 15, 113391821267852, 1);
INSERT INTO public.fact_index VALUES (1, 15, 144766392864440, 1);
INSERT INTO public.fact_index VALUES (1, 15, 50499929220476, 1);
INSERT INTO public.fact_index VALUES (1, 15, 3798488225797, 1);
INSERT INTO public.fact_index VALUES (1, 15, 149394828181253, 1);
INSERT INTO public.fact_index VALUES (1, 15, 84392008420815, 1);
INSERT INTO public.fact_index VALUES (1, 15, 83904336003703, 1);
INSERT INTO public.fact_index VALUES (1, 15, 223475586591717, 1);
INSERT INTO public.fact_index VALUES (1, 15, 169578940242278, 1);
INSERT INTO public.fact_index VALUES (1, 15, 178700843186748, 1);
INSERT INTO public.fact_index VALUES (1, 15, 195413700655234, 1);
INSERT INTO public.fact_index VALUES (1, 15, 160430558014462, 1);
INSERT INTO public.fact_index VALUES (1, 15, 165810524250474, 1);
INSERT INTO public.fact_index VALUES (1, 15, 141222737643417, 1);
INSERT INTO public.fact_index VALUES (1, 15, 190985045244953, 1);
INSERT INTO public.fact_index VALUES (1, 17, 218394545282026, 1);
INSERT INTO public.fact_index VALUES (1, 17, 224332898780233, 1);
INSERT INTO public.fact_index VALUES (1, 17, 162031276391588, 1);
INSERT INTO public.fact_index VALUES (1, 17, 248454114614195, 1);
INSERT INTO public.fact_index VALUES (1, 17, 209167337875767, 1);
INSERT INTO public.fact_index VALUES (1, 17, 133416537205993, 1);
INSERT INTO public.fact_index VALUES (1, 17, 47216117879718, 1);
INSERT INTO public.fact_index VALUES (1, 17, 141100128782122, 1);
INSERT INTO public.fact_index VALUES (1, 17, 77887574251949, 1);
INSERT INTO public.fact_index VALUES (1, 17, 154813795077419, 1);
INSERT INTO public.fact_index VALUES (1, 17, 8732737399510, 1);
INSERT INTO public.fact_index VALUES (1, 17, 99067801557661, 1);
INSERT INTO public.fact_index VALUES (1, 17, 117408931299849, 1);
INSERT INTO public.fact_index VALUES (1, 17, 114558463497441, 1);
INSERT INTO public.fact_index VALUES (1, 17, 110479298008769, 1);
INSERT INTO public.fact_index VALUES (1, 17, 150398755177353, 1);
INSERT INTO public.fact_index VALUES (1, 17, 33578008042852, 1);
INSERT INTO public.fact_index VALUES (1, 17, 166421132192141, 1);
INSERT INTO public.fact_index VALUES (1, 17, 40158649862562, 1);
INSERT INTO public.fact_index VALUES (1, 17, 214415998970149, 1);
INSERT INTO public.fact_index VALUES (1, 17, 202941053194839, 1);
INSERT INTO public.fact_index VALUES (1, 17, 204588287241823, 1);
INSERT INTO public.fact_index VALUES (1, 17, 231220272387495, 1);
INSERT INTO public.fact_index VALUES (1, 17, 4579791166467, 1);
INSERT INTO public.fact_index VALUES (1, 17, 139256555154467, 1);
INSERT INTO public.fact_index VALUES (1, 17, 77062341582924, 1);
INSERT INTO public.fact_index VALUES (1, 17, 201057903612049, 1);
INSERT INTO public.fact_index VALUES (1, 17, 148286893826998, 1);
INSERT INTO public.fact_index VALUES (1, 17, 80872874178536, 1);
INSERT INTO public.fact_index VALUES (1, 14, 177927240514116, 1);
INSERT INTO public.fact_index VALUES (1, 14, 76712833150857, 1);
INSERT INTO public.fact_index VALUES (1, 14, 224140846167315, 1);
INSERT INTO public.fact_index VALUES (1, 14, 111904746202650, 1);
INSERT INTO public.fact_index VALUES (1, 14, 63411974667233, 1);
INSERT INTO public.fact_index VALUES (1, 14, 204372606201602, 1);
INSERT INTO public.fact_index VALUES (1, 14, 180356248536761, 1);
INSERT INTO public.fact_index VALUES (1, 14, 186361974076928, 1);
INSERT INTO public.fact_index VALUES (1, 14, 280011140142149, 1);
INSERT INTO public.fact_index VALUES (1, 14, 242686616617725, 1);
INSERT INTO public.fact_index VALUES (1, 14, 75799099891055, 1);
INSERT INTO public.fact_index VALUES (1, 14, 279704334578412, 1);
INSERT INTO public.fact_index VALUES (1, 14, 183880623849224, 1);
INSERT INTO public.fact_index VALUES (1, 14, 170855597245390, 1);
INSERT INTO public.fact_index VALUES (1, 14, 25647602713598, 1);
INSERT INTO public.fact_index VALUES (1, 14, 260197382330552, 1);
INSERT INTO public.fact_index VALUES (1, 14, 186352328719378, 1);
INSERT INTO public.fact_index VALUES (1, 14, 235970552866149, 1);
INSERT INTO public.fact_index VALUES (1, 14, 117832100516330, 1);
INSERT INTO public.fact_index VALUES (1, 14, 72598207178213, 1);
INSERT INTO public.fact_index VALUES (1, 14, 39770866291261, 1);
INSERT INTO public.fact_index VALUES (1, 14, 4073819288474, 1);
INSERT INTO public.fact_index VALUES (1, 14, 270414447428759, 1);
INSERT INTO public.fact_index VALUES (1, 14, 144289945195712, 1);
INSERT INTO public.fact_index VALUES (1, 14, 85646170238246, 1);
INSERT INTO public.fact_index VALUES (1, 14, 110104415365576, 1);
INSERT INTO public.fact_index VALUES (1, 14, 47892427436010, 1);
INSERT INTO public.fact_index VALUES (1, 14, 20015545072472, 1);
INSERT INTO public.fact_index VALUES (1, 14, 26455416156466, 1);
INSERT INTO public.fact_index VALUES (1, 14, 115612509681800, 1);
INSERT INTO public.fact_index VALUES (1, 14, 227936442279439, 1);
INSERT INTO public.fact_index VALUES (1, 14, 64036686502981, 1);
INSERT INTO public.fact_index VALUES (1, 14, 148908905279354, 1);
INSERT INTO public.fact_index VALUES (1, 14, 41776964439902, 1);
INSERT INTO public.fact_index VALUES (1, 14, 204285533495033, 1);
INSERT INTO public.fact_index VALUES (1, 14, 165000347911480, 1);
INSERT INTO public.fact_index VALUES (1, 14, 196782194482802, 1);
INSERT INTO public.fact_index VALUES (1, 14, 121145058299212, 1);
INSERT INTO public.fact_index VALUES (1, 14, 166941265977544, 1);
INSERT INTO public.fact_index VALUES (1, 14, 83537502193465, 1);
INSERT INTO public.fact_index VALUES (1, 14, 176961097525232, 1);
INSERT INTO public.fact_index VALUES (1, 14, 150604099460293, 1);
INSERT INTO public.fact_index VALUES (1, 14, 28753895797024, 1);
INSERT INTO public.fact_index VALUES (1, 14, 275941709119190, 1);
INSERT INTO public.fact_index VALUES (1, 14, 9247030265272, 1);
INSERT INTO public.fact_index VALUES (1, 14, 136129506545564, 1);
INSERT INTO public.fact_index VALUES (1, 14, 18900649033785, 1);
INSERT INTO public.fact_index VALUES (1, 14, 219956118555135, 1);
INSERT INTO public.fact_index VALUES (1, 14, 250273504590412, 1);
INSERT INTO public.fact_index VALUES (1, 14, 215882556011043, 1);
INSERT INTO public.fact_index VALUES (1, 14, 17586435887746, 1);
INSERT INTO public.fact_index VALUES (1, 14, 196620353652070, 1);
INSERT INTO public.fact_index VALUES (1, 14, 170262544406673, 1);
INSERT INTO public.fact_index VALUES (1, 14, 141077858112841, 1);
INSERT INTO public.fact_index VALUES (1, 14, 59439105178568, 1);
INSERT INTO public.fact_index VALUES (1, 14, 102305056823048, 1);
INSERT INTO public.fact_index VALUES (1, 14, 118128562050430, 1);
INSERT INTO public.fact_index VALUES (1, 14, 189060985085773, 1);
INSERT INTO public.fact_index VALUES (1, 14, 70313987950595, 1);
INSERT INTO public.fact_index VALUES (1, 14, 131984522148653, 1);
INSERT INTO public.fact_index VALUES (1, 14, 45332436473635, 1);
INSERT INTO public.fact_index VALUES (1, 14, 93144949654212, 1);
INSERT INTO public.fact_index VALUES (1, 14, 90370927122803, 1);
INSERT INTO public.fact_index VALUES (1, 14, 53351940396526, 1);
INSERT INTO public.fact_index VALUES (1, 14, 73945886605375, 1);
INSERT INTO public.fact_index VALUES (1, 14, 80746959742747, 1);
INSERT INTO public.fact_index VALUES (1, 14, 80846926238988, 1);
INSERT INTO public.fact_index VALUES (1, 14, 154600604181854, 1);
INSERT INTO public.fact_index VALUES (1, 14, 160177918954670, 1);
INSERT INTO public.fact_index VALUES (1, 14, 270232653948256, 1);
INSERT INTO public.fact_index VALUES (1, 14, 100421225548743, 1);
INSERT INTO public.fact_index VALUES (1, 14, 140194714127606, 1);
INSERT INTO public.fact_index VALUES (1, 14, 243923540799949, 1);
INSERT INTO public.fact_index VALUES (1, 14, 273058518034277, 1);
INSERT INTO public.fact_index VALUES (1, 14, 235148083897603, 1);
INSERT INTO public.fact_index VALUES (1, 14, 124032328390940, 1);
INSERT INTO public.fact_index VALUES (1, 14, 233232022865693, 1);
INSERT INTO public.fact_index VALUES (1, 16, 232690075953462, 1);
INSERT INTO public.fact_index VALUES (1, 16, 197537452453847, 1);
INSERT INTO public.fact_index VALUES (1, 16, 61936335488929, 1);
INSERT INTO public.fact_index VALUES (1, 16, 239718461966001, 1);
INSERT INTO public.fact_index VALUES (1, 16, 196429807357568, 1);
INSERT INTO public.fact_index VALUES (1, 16, 99558359656572, 1);
INSERT INTO public.fact_index VALUES (1, 16, 241812254506733, 1);
INSERT INTO public.fact_index VALUES (1, 16, 137554173695250, 1);
INSERT INTO public.fact_index VALUES (1, 16, 59787517838958, 1);
INSERT INTO public.fact_index VALUES (1, 16, 174810005315730, 1);
INSERT INTO public.fact_index VALUES (1, 16, 150913190936544, 1);
INSERT INTO public.fact_index VALUES (1, 16, 22163776161444, 1);
INSERT INTO public.fact_index VALUES (1, 16, 168575088676375, 1);
INSERT INTO public.fact_index VALUES (1, 16, 224143172329584, 1);
INSERT INTO public.fact_index VALUES (1, 16, 129117904752988, 1);
INSERT INTO public.fact_index VALUES (1, 16, 120454848816187, 1);
INSERT INTO public.fact_index VALUES (1, 16, 87628946595664, 1);
INSERT INTO public.fact_index VALUES (1, 16, 203604228113381, 1);
INSERT INTO public.fact_index VALUES (1, 16, 278731267651526, 1);
INSERT INTO public.fact_index VALUES (1, 16, 267575399264848, 1);
INSERT INTO public.fact_index VALUES (1, 16, 67799523308291, 1);
INSERT INTO public.fact_index VALUES (1, 16, 121842679018921, 1);
INSERT INTO public.fact_index VALUES (1, 16, 160899007486709, 1);
INSERT INTO public.fact_index VALUES (1, 16, 154451781111514, 1);
INSERT INTO public.fact_index VALUES (1, 16, 137759380929861, 1);
INSERT INTO public.fact_index VALUES (1, 16, 5899751973608, 1);
INSERT INTO public.fact_index VALUES (1, 16, 209261146290654, 1);
INSERT INTO public.fact_index VALUES (1, 16, 1852447653764, 1);
INSERT INTO public.fact_index VALUES (1, 16, 59900944189222, 1);
INSERT INTO public.fact_index VALUES (1, 16, 8181551051957, 1);
INSERT INTO public.fact_index VALUES (1, 16, 81405140802883, 1);
INSERT INTO public.fact_index VALUES (1, 16, 247546498075265, 1);
INSERT INTO public.fact_index VALUES (1, 16, 108194371119362, 1);
INSERT INTO public.fact_index VALUES (1, 16, 101799533836206, 1);
INSERT INTO public.fact_index VALUES (1, 16, 238667320807883, 1);
INSERT INTO public.fact_index VALUES (1, 16, 53021594910982, 1);
INSERT INTO public.fact_index VALUES (1, 16, 164049159657151, 1);
INSERT INTO public.fact_index VALUES (1, 16, 103179853243615, 1);
INSERT INTO public.fact_index VALUES (1, 16, 179911281448435, 1);
INSERT INTO public.fact_index VALUES (1, 16, 213548825491057, 1);
INSERT INTO public.fact_index VALUES (1, 16, 268892620193938, 1);
INSERT INTO public.fact_index VALUES (1, 16, 108828358781737, 1);
INSERT INTO public.fact_index VALUES (1, 16, 139714630486882, 1);
INSERT INTO public.fact_index VALUES (1, 16, 216944036129068, 1);
INSERT INTO public.fact_index VALUES (1, 16, 225260938139354, 1);
INSERT INTO public.fact_index VALUES (1, 16, 135035319911054, 1);
INSERT INTO public.fact_index VALUES (1, 16, 158321494797457, 1);
INSERT INTO public.fact_index VALUES (1, 16, 214394322533563, 1);
INSERT INTO public.fact_index VALUES (1, 16, 137129102341491, 1);
INSERT INTO public.fact_index VALUES (1, 16, 123857126398540, 1);
INSERT INTO public.fact_index VALUES (1, 16, 190313774500195, 1);
INSERT INTO public.fact_index VALUES (1, 16, 121714650636696, 1);
INSERT INTO public.fact_index VALUES (1, 16, 120377495637458, 1);
INSERT INTO public.fact_index VALUES (1, 16, 229028230552860, 1);
INSERT INTO public.fact_index VALUES (1, 16, 147929774022507, 1);
INSERT INTO public.fact_index VALUES (1, 16, 142457166994321, 1);
INSERT INTO public.fact_index VALUES (1, 16, 10342607882645, 1);
INSERT INTO public.fact_index VALUES (1, 16, 248130285801636, 1);
INSERT INTO public.fact_index VALUES (1, 16, 94589513097762, 1);
INSERT INTO public.fact_index VALUES (1, 16, 178298937206347, 1);
INSERT INTO public.fact_index VALUES (1, 16, 77558044889620, 1);
INSERT INTO public.fact_index VALUES (1, 16, 198496482498732, 1);
INSERT INTO public.fact_index VALUES (1, 16, 218424793673343, 1);
INSERT INTO public.fact_index VALUES (1, 16, 228873070978115, 1);
INSERT INTO public.fact_index VALUES (1, 16, 41869035387821, 1);
INSERT INTO public.fact_index VALUES (1, 18, 95032202293295, 1);
INSERT INTO public.fact_index VALUES (1, 18, 129289382780707, 1);
INSERT INTO public.fact_index VALUES (1, 18, 137347161005421, 1);
INSERT INTO public.fact_index VALUES (1, 18, 15627765254576, 1);
INSERT INTO public.fact_index VALUES (1, 18, 113296271448911, 1);
INSERT INTO public.fact_index VALUES (1, 18, 89907026271014, 1);
INSERT INTO public.fact_index VALUES (1, 18, 120232885131801, 1);
INSERT INTO public.fact_index VALUES (1, 18, 221346174085085, 1);
INSERT INTO public.fact_index VALUES (1, 18, 108214589554925, 1);
INSERT INTO public.fact_index VALUES (1, 18, 197486018965562, 1);
INSERT INTO public.fact_index VALUES (1, 18, 196836174826999, 1);
INSERT INTO public.fact_index VALUES (1, 18, 202242450966985, 1);
INSERT INTO public.fact_index VALUES (1, 18, 84725777207643, 1);
INSERT INTO public.fact_index VALUES (1, 18, 249391790337663, 1);
INSERT INTO public.fact_index VALUES (1, 18, 37467705480144, 1);
INSERT INTO public.fact_index VALUES (1, 18, 236261733003910, 1);
INSERT INTO public.fact_index VALUES (1, 18, 117757476917962, 1);
INSERT INTO public.fact_index VALUES (1, 18, 213161037569984, 1);
INSERT INTO public.fact_index VALUES (1, 18, 212812790935018, 1);
INSERT INTO public.fact_index VALUES (1, 20, 35397284971995, 1);
INSERT INTO public.fact_index VALUES (1, 20, 90497410092221, 1);
INSERT INTO public.fact_index VALUES (1, 20, 269476387896742, 1);
INSERT INTO public.fact_index VALUES (1, 20, 41026147424078, 1);
INSERT INTO public.fact_index VALUES (1, 20, 110163563877939, 1);
INSERT INTO public.fact_index VALUES (1, 20, 25030846513181, 1);
INSERT INTO public.fact_index VALUES (1, 20, 215922222568897, 1);
INSERT INTO public.fact_index VALUES (1, 20, 39767326837952, 1);
INSERT INTO public.fact_index VALUES (1, 20, 8821250771823, 1);
INSERT INTO public.fact_index VALUES (1, 20, 109772914842964, 1);
INSERT INTO public.fact_index VALUES (1, 20, 27763447938091, 1);
INSERT INTO public.fact_index VALUES (1, 20, 279016688508380, 1);
INSERT INTO public.fact_index VALUES (1, 20, 99440071712103, 1);
INSERT INTO public.fact_index VALUES (1, 20, 112488930692677, 1);
INSERT INTO public.fact_index VALUES (1, 20, 106583137283228, 1);
INSERT INTO public.fact_index VALUES (1, 20, 265101732617183, 1);
INSERT INTO public.fact_index VALUES (1, 20, 149408335883072, 1);
INSERT INTO public.fact_index VALUES (1, 20, 190030071439620, 1);
INSERT INTO public.fact_index VALUES (1, 20, 222206913710805, 1);
INSERT INTO public.fact_index VALUES (1, 20, 123299937221266, 1);
INSERT INTO public.fact_index VALUES (1, 20, 212037624286658, 1);
INSERT INTO public.fact_index VALUES (1, 20, 119467311773948, 1);
INSERT INTO public.fact_index VALUES (1, 20, 254298015181734, 1);
INSERT INTO public.fact_index VALUES (1, 20, 181389223778934, 1);
INSERT INTO public.fact_index VALUES (1, 20, 159169377838254, 1);
INSERT INTO public.fact_index VALUES (1, 20, 91593489518180, 1);
INSERT INTO public.fact_index VALUES (1, 20, 229928399344783, 1);
INSERT INTO public.fact_index VALUES (1, 20, 191995157812546, 1);
INSERT INTO public.fact_index VALUES (1, 20, 135136833750525, 1);
INSERT INTO public.fact_index VALUES (1, 20, 139696222093036, 1);
INSERT INTO public.fact_index VALUES (1, 20, 266046794442794, 1);
INSERT INTO public.fact_index VALUES (1, 20, 65238652949597, 1);
INSERT INTO public.fact_index VALUES (1, 20, 53934730259130, 1);
INSERT INTO public.fact_index VALUES (1, 20, 68617402335654, 1);
INSERT INTO public.fact_index VALUES (1, 20, 171706563064373, 1);
INSERT INTO public.fact_index VALUES (1, 20, 203553172701331, 1);
INSERT INTO public.fact_index VALUES (1, 20, 190065858097809, 1);
INSERT INTO public.fact_index VALUES (1, 20, 125192417682505, 1);
INSERT INTO public.fact_index VALUES (1, 20, 140624034030704, 1);
INSERT INTO public.fact_index VALUES (1, 20, 98591720451745, 1);
INSERT INTO public.fact_index VALUES (1, 20, 93977626920854, 1);
INSERT INTO public.fact_index VALUES (1, 20, 209794958848054, 1);
INSERT INTO public.fact_index VALUES (1, 20, 250532646320211, 1);
INSERT INTO public.fact_index VALUES (1, 17, 140221975408471, 1);
INSERT INTO public.fact_index VALUES (1, 17, 60261393371924, 1);
INSERT INTO public.fact_index VALUES (1, 17, 243458149885796, 1);
INSERT INTO public.fact_index VALUES (1, 17, 263582097042075, 1);
INSERT INTO public.fact_index VALUES (1, 17, 72809814081000, 1);
INSERT INTO public.fact_index VALUES (1, 17, 274829263933007, 1);
INSERT INTO public.fact_index VALUES (1, 17, 92320903904430, 1);
INSERT INTO public.fact_index VALUES (1, 17, 205252652347665, 1);
INSERT INTO public.fact_index VALUES (1, 17, 96534165802152, 1);
INSERT INTO public.fact_index VALUES (1, 17, 277472359276943, 1);
INSERT INTO public.fact_index VALUES (1, 17, 126554366766404, 1);
INSERT INTO public.fact_index VALUES (1, 17, 93741316668340, 1);
INSERT INTO public.fact_index VALUES (1, 17, 37885097609596, 1);
INSERT INTO public.fact_index VALUES (1, 17, 228145574626672, 1);
INSERT INTO public.fact_index VALUES (1, 17, 131293428611285, 1);
INSERT INTO public.fact_index VALUES (1, 17, 176433327609226, 1);
INSERT INTO public.fact_index VALUES (1, 17, 211163784760026, 1);
INSERT INTO public.fact_index VALUES (1, 17, 141871484428183, 1);
INSERT INTO public.fact_index VALUES (1, 17, 177452773314528, 1);
INSERT INTO public.fact_index VALUES (1, 17, 27587972940596, 1);
INSERT INTO public.fact_index VALUES (1, 17, 98012755406391, 1);
INSERT INTO public.fact_index VALUES (1, 17, 96539749686638, 1);
INSERT INTO public.fact_index VALUES (1, 17, 81620201303345, 1);
INSERT INTO public.fact_index VALUES (1, 17, 192980842984605, 1);
INSERT INTO public.fact_index VALUES (1, 17, 93722285179129, 1);
INSERT INTO public.fact_index VALUES (1, 17, 42121338123228, 1);
INSERT INTO public.fact_index VALUES (1, 17, 38107102039884, 1);
INSERT INTO public.fact_index VALUES (1, 17, 142505344367651, 1);
INSERT INTO public.fact_index VALUES (1, 17, 154454734416458, 1);
INSERT INTO public.fact_index VALUES (1, 17, 244951674613892, 1);
INSERT INTO public.fact_index VALUES (1, 17, 179935138674654, 1);
INSERT INTO public.fact_index VALUES (1, 19, 258868556775782, 1);
INSERT INTO public.fact_index VALUES (1, 19, 166645982895307, 1);
INSERT INTO public.fact_index VALUES (1, 19, 191463156512478, 1);
INSERT INTO public.fact_index VALUES (1, 19, 260664505987390, 1);
INSERT INTO public.fact_index VALUES (1, 19, 49571978566376, 1);
INSERT INTO public.fact_index VALUES (1, 19, 269733518316220, 1);
INSERT INTO public.fact_index VALUES (1, 19, 224742216742126, 1);
INSERT INTO public.fact_index VALUES (1, 19, 117665105094003, 1);
INSERT INTO public.fact_index VALUES (1, 19, 231928381457860, 1);
INSERT INTO public.fact_index VALUES (1, 19, 77599198908575, 1);
INSERT INTO public.fact_index VALUES (1, 19, 179370385548285, 1);
INSERT INTO public.fact_index VALUES (1, 19, 208663488117510, 1);
INSERT INTO public.fact_index VALUES (1, 19, 38711630319950, 1);
INSERT INTO public.fact_index VALUES (1, 19, 81855477409990, 1);
INSERT INTO public.fact_index VALUES (1, 19, 275278770630496, 1);
INSERT INTO public.fact_index VALUES (1, 19, 31040440697140, 1);
INSERT INTO public.fact_index VALUES (1, 19, 42683149905121, 1);
INSERT INTO public.fact_index VALUES (1, 19, 124404356102650, 1);
INSERT INTO public.fact_index VALUES (1, 19, 102098016204771, 1);
INSERT INTO public.fact_index VALUES (1, 19, 85322774242455, 1);
INSERT INTO public.fact_index VALUES (1, 19, 194900676796059, 1);
INSERT INTO public.fact_index VALUES (1, 19, 96228308858642, 1);
INSERT INTO public.fact_index VALUES (1, 19, 54401604443403, 1);
INSERT INTO public.fact_index VALUES (1, 19, 257873844921111, 1);
INSERT INTO public.fact_index VALUES (1, 19, 200364041191428, 1);
INSERT INTO public.fact_index VALUES (1, 19, 61264930563667, 1);
INSERT INTO public.fact_index VALUES (1, 19, 243958508742795, 1);
INSERT INTO public.fact_index VALUES (1, 19, 265918676459963, 1);
INSERT INTO public.fact_index VALUES (1, 19, 80514865880494, 1);
INSERT INTO public.fact_index VALUES (1, 19, 47885554342009, 1);
INSERT INTO public.fact_index VALUES (1, 19, 15480588491614, 1);
INSERT INTO public.fact_index VALUES (1, 19, 84910539122582, 1);
INSERT INTO public.fact_index VALUES (1, 19, 226299537271981, 1);
INSERT INTO public.fact_index VALUES (1, 19, 205268059205870, 1);
INSERT INTO public.fact_index VALUES (1, 19, 157716981694315, 1);
INSERT INTO public.fact_index VALUES (1, 19, 134475969218807, 1);
INSERT INTO public.fact_index VALUES (1, 19, 190818477601170, 1);
INSERT INTO public.fact_index VALUES (1, 19, 151509092991617, 1);
INSERT INTO public.fact_index VALUES (1, 19, 110541109880243, 1);
INSERT INTO public.fact_index VALUES (1, 19, 217904639185153, 1);
INSERT INTO public.fact_index VALUES (1, 21, 58136592864008, 1);
INSERT INTO public.fact_index VALUES (1, 21, 64818429115003, 1);
INSERT INTO public.fact_index VALUES (1, 21, 257716976546143, 1);
INSERT INTO public.fact_index VALUES (1, 21, 33795507231177, 1);
INSERT INTO public.fact_index VALUES (1, 21, 185235784728473, 1);
INSERT INTO public.fact_index VALUES (1, 21, 23238109286560, 1);
INSERT INTO public.fact_index VALUES (1, 21, 97769986433375, 1);
INSERT INTO public.fact_index VALUES (1, 21, 104893682681991, 1);
INSERT INTO public.fact_index VALUES (1, 21, 18933508819805, 1);
INSERT INTO public.fact_index VALUES (1, 21, 112560749737874, 1);
INSERT INTO public.fact_index VALUES (1, 21, 68568994151335, 1);
INSERT INTO public.fact_index VALUES (1, 21, 56787446091627, 1);
INSERT INTO public.fact_index VALUES (1, 21, 241899827517613, 1);
INSERT INTO public.fact_index VALUES (1, 21, 250261058762440, 1);
INSERT INTO public.fact_index VALUES (1, 21, 244896109359097, 1);
INSERT INTO public.fact_index VALUES (1, 21, 15684377413305, 1);
INSERT INTO public.fact_index VALUES (1, 21, 113648048374329, 1);
INSERT INTO public.fact_index VALUES (1, 21, 69980784737691, 1);
INSERT INTO public.fact_index VALUES (1, 21, 244955359315502, 1);
INSERT INTO public.fact_index VALUES (1, 1, 277844219868059, 2);
INSERT INTO public.fact_index VALUES (1, 1, 265088361352295, 2);
INSERT INTO public.fact_index VALUES (1, 1, 194551807535468, 2);
INSERT INTO public.fact_index VALUES (1, 1, 141541663815428, 2);
INSERT INTO public.fact_index VALUES (1, 1, 278435676507511, 2);
INSERT INTO public.fact_index VALUES (1, 1, 243703076436269, 2);
INSERT INTO public.fact_index VALUES (1, 1, 103370525701295, 2);
INSERT INTO public.fact_index VALUES (1, 1, 32849307732763, 2);
INSERT INTO public.fact_index VALUES (1, 1, 57888815450509, 2);
INSERT INTO public.one_time_codes VALUES (1, 'rjyq_', '$argon2id$v=19$m=19456,t=2,p=1$4Zu1O+qMcoFRuFgjelQjMw$EKmyDTi0VHnZMv9+WKQ+28+SCNYrzRL2i6DIFw0zXnM', 1796845527747, 0, NULL);
INSERT INTO public.one_time_codes VALUES (1, 'mdf_d', '$argon2id$v=19$m=19456,t=2,p=1$Qk2vU9eLS4GkZTSDOibc4Q$HdqJceIstOC7vkSPecq+Xg7nuBHX/oBnMwG7fZQm8vA', 1796845528015, 0, NULL);
INSERT INTO public.one_time_codes VALUES (1, 'BUYER', '$argon2id$v=19$m=19456,t=2,p=1$JWA5J22peADI/NqK6fOJOA$KI0rfFcw31UqeljpnwxgUdJn0RxjimDCEws8zAXbRq8', 1796845528148, 0, NULL);
INSERT INTO public.one_time_codes VALUES (1, 'jX_zb', '$argon2id$v=19$m=19456,t=2,p=1$pSoRzNZNGErDQq4vKUodpA$0d4pQhHONAB+Udkdq1Oh1Kc40m0KLm1BbQv1DvQaW+s', 1796845528407, 0, NULL);
INSERT INTO public.one_time_codes VALUES (1, 'hhKze', '$argon2id$v=19$m=19456,t=2,p=1$16aag1/2keiOVGkfr572HQ$PhflacXZWDxW11Fh6DadmZp1oyGsHsGCp1fPY/2JXN0', 1796845528455, 0, NULL);
INSERT INTO public.one_time_codes VALUES (1, 'krAmJ', '$argon2id$v=19$m=19456,t=2,p=1$KfjYN7z2CT1SugLiUp5gFg$a2Tnh5MKRi4x4hrcgHr9de0v+v2mLsc7UrJ2Ja9BuUU', 1796845528653, 0, NULL);
INSERT INTO public.one_time_codes VALUES (1, 'XPK-0', '$argon2id$v=19$m=19456,t=2,p=1$PnQNJhQWouF2BXDgIJY4Yw$MQkZbvm+hKSU7I5aJXB67eIB4kDzJdv7s4pf8iW8+J0', 1796845529030, 0, NULL);
INSERT INTO public.one_time_codes VALUES (1, 'bwU5f', '$argon2id$v=19$m=19456,t=2,p=1$Oqmr9AyIhkx3vWeqDULBAg$ZCghtt1lh6EcJ31oTCCHhWBrpCfM4Zcz0eN5XiAWXBE', 1796845529112, 0, NULL);
INSERT INTO public.one_time_codes VALUES (1, 'KosgK', '$argon2id$v=19$m=19456,t=2,p=1$JG8HASZqy8uwZFktFJWtXg$39YpYLtZaAORgoeCiU43wCFLHGOMljV9YVMxiCvDhf8', 1796845529277, 0, NULL);
INSERT INTO public.parta_schema VALUES (1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 1, '{"client":3219187936,"clock":1,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj--imprtsrvr1zsDYV","school","school",{"id":"siva","name":"МБОУ «Сивинская СОШ»","shortName":"Сивинская СОШ","region":"Пермский край","timezone":"Asia/Yekaterinburg"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 2, '{"client":3219187936,"clock":2,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-0imprtsrvr1zsDYV","year,2025-26","year",{"id":"2025-26","starts":"2025-09-01","ends":"2026-05-26"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 3, '{"client":3219187936,"clock":3,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-1imprtsrvr1zsDYV","period,2025-26/1","period",{"id":"2025-26/1","year":"2025-26","kind":"quarter","number":1,"starts":"2025-09-01","ends":"2025-10-24"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 4, '{"client":3219187936,"clock":4,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-2imprtsrvr1zsDYV","period,2025-26/2","period",{"id":"2025-26/2","year":"2025-26","kind":"quarter","number":2,"starts":"2025-11-05","ends":"2025-12-30"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 5, '{"client":3219187936,"clock":5,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-3imprtsrvr1zsDYV","period,2025-26/3","period",{"id":"2025-26/3","year":"2025-26","kind":"quarter","number":3,"starts":"2026-01-12","ends":"2026-03-27"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 6, '{"client":3219187936,"clock":6,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-4imprtsrvr1zsDYV","period,2025-26/4","period",{"id":"2025-26/4","year":"2025-26","kind":"quarter","number":4,"starts":"2026-04-06","ends":"2026-05-26"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 7, '{"client":3219187936,"clock":7,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-5imprtsrvr1zsDYV","period,2025-26/h1","period",{"id":"2025-26/h1","year":"2025-26","kind":"half","number":1,"starts":"2025-09-01","ends":"2025-12-30"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 8, '{"client":3219187936,"clock":8,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-6imprtsrvr1zsDYV","period,2025-26/h2","period",{"id":"2025-26/h2","year":"2025-26","kind":"half","number":2,"starts":"2026-01-12","ends":"2026-05-26"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 9, '{"client":3219187936,"clock":9,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-7imprtsrvr1zsDYV","holiday,2025-10-25,2025-11-04,","holiday",{"name":"Осенние каникулы","starts":"2025-10-25","ends":"2025-11-04"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 10, '{"client":3219187936,"clock":10,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-8imprtsrvr1zsDYV","holiday,2025-12-31,2026-01-11,","holiday",{"name":"Зимние каникулы","starts":"2025-12-31","ends":"2026-01-11"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 11, '{"client":3219187936,"clock":11,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-9imprtsrvr1zsDYV","bell,1","bell",{"number":1,"starts":"08:30","ends":"09:15"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 12, '{"client":3219187936,"clock":12,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Aimprtsrvr1zsDYV","bell,2","bell",{"number":2,"starts":"09:25","ends":"10:10"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 13, '{"client":3219187936,"clock":13,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Bimprtsrvr1zsDYV","bell,3","bell",{"number":3,"starts":"10:20","ends":"11:05"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 14, '{"client":3219187936,"clock":14,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Cimprtsrvr1zsDYV","bell,4","bell",{"number":4,"starts":"11:15","ends":"12:00"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 15, '{"client":3219187936,"clock":15,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Dimprtsrvr1zsDYV","bell,5","bell",{"number":5,"starts":"12:10","ends":"12:55"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 16, '{"client":3219187936,"clock":16,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Eimprtsrvr1zsDYV","bell,6","bell",{"number":6,"starts":"13:05","ends":"13:50"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 17, '{"client":3219187936,"clock":17,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Fimprtsrvr1zsDYV","subject,math","subject",{"id":"math","name":"Математика"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 18, '{"client":3219187936,"clock":18,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Gimprtsrvr1zsDYV","subject,rus","subject",{"id":"rus","name":"Русский язык"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 19, '{"client":3219187936,"clock":19,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Himprtsrvr1zsDYV","subject,eng","subject",{"id":"eng","name":"Английский язык"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 20, '{"client":3219187936,"clock":20,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Iimprtsrvr1zsDYV","subject,hist","subject",{"id":"hist","name":"История"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 21, '{"client":3219187936,"clock":21,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Jimprtsrvr1zsDYV","subject,pe","subject",{"id":"pe","name":"Физическая культура"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 22, '{"client":3219187936,"clock":22,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Kimprtsrvr1zsDYV","subject,inf","subject",{"id":"inf","name":"Информатика"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 23, '{"client":3219187936,"clock":23,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Limprtsrvr1zsDYV","subject,rov","subject",{"id":"rov","name":"Разговоры о важном"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 24, '{"client":3219187936,"clock":24,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Mimprtsrvr1zsDYV","subject,mus","subject",{"id":"mus","name":"Музыка"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 25, '{"client":3219187936,"clock":25,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Nimprtsrvr1zsDYV","subject,geo","subject",{"id":"geo","name":"География"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 26, '{"client":3219187936,"clock":26,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Oimprtsrvr1zsDYV","staff,t1","staff",{"id":"t1","last":"Бабушкина","first":"Мария","middle":"Олеговна","roles":["teacher"]}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 27, '{"client":3219187936,"clock":27,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Pimprtsrvr1zsDYV","staff,t2","staff",{"id":"t2","last":"Ёлохова","first":"Алёна","middle":"Сергеевна","roles":["teacher"]}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 28, '{"client":3219187936,"clock":28,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Qimprtsrvr1zsDYV","staff,t3","staff",{"id":"t3","last":"Лобанова","first":"Анна","middle":"Олеговна","roles":["teacher"]}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 29, '{"client":3219187936,"clock":29,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Rimprtsrvr1zsDYV","staff,t4","staff",{"id":"t4","last":"Дерюшева","first":"Варвара","middle":"Сергеевна","roles":["teacher"]}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 30, '{"client":3219187936,"clock":30,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Simprtsrvr1zsDYV","staff,t5","staff",{"id":"t5","last":"Вяткина","first":"Полина","middle":"Андреевна","roles":["teacher"]}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 31, '{"client":3219187936,"clock":31,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Timprtsrvr1zsDYV","staff,t6","staff",{"id":"t6","last":"Ёлохова","first":"Варвара","middle":"Ильинична","roles":["teacher"]}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 32, '{"client":3219187936,"clock":32,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Uimprtsrvr1zsDYV","staff,t7","staff",{"id":"t7","last":"Дерюшева","first":"Софья","middle":"Павловна","roles":["teacher"]}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 33, '{"client":3219187936,"clock":33,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Vimprtsrvr1zsDYV","staff,t8","staff",{"id":"t8","last":"Ёлохова","first":"Анна","middle":"Сергеевна","roles":["teacher"]}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 34, '{"client":3219187936,"clock":34,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Wimprtsrvr1zsDYV","staff,dep","staff",{"id":"dep","last":"Колчанова","first":"Любовь","middle":"Владимировна","roles":["office"]}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 35, '{"client":3219187936,"clock":35,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Ximprtsrvr1zsDYV","class,2025-7a","class",{"id":"2025-7a","year":"2025-26","grade":7,"letter":"А","classTeacher":"t1"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 36, '{"client":3219187936,"clock":36,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Yimprtsrvr1zsDYV","group,2025-7a-eng1","group",{"id":"2025-7a-eng1","class":"2025-7a","subject":"eng","name":"Группа 1"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 37, '{"client":3219187936,"clock":37,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-Zimprtsrvr1zsDYV","group,2025-7a-eng2","group",{"id":"2025-7a-eng2","class":"2025-7a","subject":"eng","name":"Группа 2"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 38, '{"client":3219187936,"clock":38,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-_imprtsrvr1zsDYV","assignment,2025-7a,math,,t1,","assignment",{"class":"2025-7a","subject":"math","teacher":"t1","hoursPerWeek":5,"hoursPerYear":170}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 39, '{"client":3219187936,"clock":39,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-aimprtsrvr1zsDYV","assignment,2025-7a,rus,,t2,","assignment",{"class":"2025-7a","subject":"rus","teacher":"t2","hoursPerWeek":4,"hoursPerYear":136}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 40, '{"client":3219187936,"clock":40,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-bimprtsrvr1zsDYV","assignment,2025-7a,eng,2025-7a-eng1,t7,","assignment",{"class":"2025-7a","subject":"eng","group":"2025-7a-eng1","teacher":"t7","hoursPerWeek":3,"hoursPerYear":102}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 41, '{"client":3219187936,"clock":41,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-cimprtsrvr1zsDYV","assignment,2025-7a,eng,2025-7a-eng2,t8,","assignment",{"class":"2025-7a","subject":"eng","group":"2025-7a-eng2","teacher":"t8","hoursPerWeek":3,"hoursPerYear":102}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 42, '{"client":3219187936,"clock":42,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-dimprtsrvr1zsDYV","assignment,2025-7a,hist,,t4,","assignment",{"class":"2025-7a","subject":"hist","teacher":"t4","hoursPerWeek":2,"hoursPerYear":68}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 43, '{"client":3219187936,"clock":43,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-eimprtsrvr1zsDYV","assignment,2025-7a,pe,,t5,","assignment",{"class":"2025-7a","subject":"pe","teacher":"t5","hoursPerWeek":2,"hoursPerYear":68}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 44, '{"client":3219187936,"clock":44,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-fimprtsrvr1zsDYV","assignment,2025-7a,inf,,t6,","assignment",{"class":"2025-7a","subject":"inf","teacher":"t6","hoursPerWeek":1,"hoursPerYear":34}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 67, '{"client":3219187936,"clock":67,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj01imprtsrvr1zsDYV","slot,2025-7a,math,,5,1,,","slot",{"class":"2025-7a","subject":"math","weekday":5,"bell":1,"room":"4"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 45, '{"client":3219187936,"clock":45,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-gimprtsrvr1zsDYV","assignment,2025-7a,rov,,t1,","assignment",{"class":"2025-7a","subject":"rov","teacher":"t1","hoursPerWeek":1,"hoursPerYear":34,"grading":"none"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 46, '{"client":3219187936,"clock":46,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-himprtsrvr1zsDYV","assignment,2025-7a,mus,,t2,","assignment",{"class":"2025-7a","subject":"mus","teacher":"t2","hoursPerWeek":1,"hoursPerYear":34,"grading":"credit"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 47, '{"client":3219187936,"clock":47,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-iimprtsrvr1zsDYV","assignment,2025-7a,geo,,t5,2026-01-12","assignment",{"class":"2025-7a","subject":"geo","teacher":"t5","hoursPerWeek":1,"hoursPerYear":17,"from":"2026-01-12"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 48, '{"client":3219187936,"clock":48,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-jimprtsrvr1zsDYV","slot,2025-7a,math,,1,1,,","slot",{"class":"2025-7a","subject":"math","weekday":1,"bell":1,"room":"17"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 49, '{"client":3219187936,"clock":49,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-kimprtsrvr1zsDYV","slot,2025-7a,rus,,1,2,,","slot",{"class":"2025-7a","subject":"rus","weekday":1,"bell":2,"room":"1"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 50, '{"client":3219187936,"clock":50,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-limprtsrvr1zsDYV","slot,2025-7a,rov,,1,3,,","slot",{"class":"2025-7a","subject":"rov","weekday":1,"bell":3,"room":"20"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 51, '{"client":3219187936,"clock":51,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-mimprtsrvr1zsDYV","slot,2025-7a,eng,2025-7a-eng1,1,4,,","slot",{"class":"2025-7a","subject":"eng","group":"2025-7a-eng1","weekday":1,"bell":4,"room":"20"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 52, '{"client":3219187936,"clock":52,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-nimprtsrvr1zsDYV","slot,2025-7a,eng,2025-7a-eng2,1,4,,","slot",{"class":"2025-7a","subject":"eng","group":"2025-7a-eng2","weekday":1,"bell":4,"room":"26"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 53, '{"client":3219187936,"clock":53,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-oimprtsrvr1zsDYV","slot,2025-7a,eng,2025-7a-eng1,2,1,,","slot",{"class":"2025-7a","subject":"eng","group":"2025-7a-eng1","weekday":2,"bell":1,"room":"26"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 54, '{"client":3219187936,"clock":54,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-pimprtsrvr1zsDYV","slot,2025-7a,eng,2025-7a-eng2,2,1,,","slot",{"class":"2025-7a","subject":"eng","group":"2025-7a-eng2","weekday":2,"bell":1,"room":"17"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 55, '{"client":3219187936,"clock":55,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-qimprtsrvr1zsDYV","slot,2025-7a,rus,,2,2,,","slot",{"class":"2025-7a","subject":"rus","weekday":2,"bell":2,"room":"7"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 56, '{"client":3219187936,"clock":56,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-rimprtsrvr1zsDYV","slot,2025-7a,math,,2,3,,","slot",{"class":"2025-7a","subject":"math","weekday":2,"bell":3,"room":"16"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 57, '{"client":3219187936,"clock":57,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-simprtsrvr1zsDYV","slot,2025-7a,rus,,2,4,,","slot",{"class":"2025-7a","subject":"rus","weekday":2,"bell":4,"room":"19"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 58, '{"client":3219187936,"clock":58,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-timprtsrvr1zsDYV","slot,2025-7a,inf,,3,1,,","slot",{"class":"2025-7a","subject":"inf","weekday":3,"bell":1,"room":"16"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 59, '{"client":3219187936,"clock":59,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-uimprtsrvr1zsDYV","slot,2025-7a,pe,,3,2,,","slot",{"class":"2025-7a","subject":"pe","weekday":3,"bell":2,"room":"12"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 60, '{"client":3219187936,"clock":60,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-vimprtsrvr1zsDYV","slot,2025-7a,hist,,3,3,,","slot",{"class":"2025-7a","subject":"hist","weekday":3,"bell":3,"room":"5"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 61, '{"client":3219187936,"clock":61,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-wimprtsrvr1zsDYV","slot,2025-7a,mus,,3,4,,","slot",{"class":"2025-7a","subject":"mus","weekday":3,"bell":4,"room":"23"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 62, '{"client":3219187936,"clock":62,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-ximprtsrvr1zsDYV","slot,2025-7a,hist,,4,1,,","slot",{"class":"2025-7a","subject":"hist","weekday":4,"bell":1,"room":"15"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 63, '{"client":3219187936,"clock":63,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-yimprtsrvr1zsDYV","slot,2025-7a,pe,,4,2,,","slot",{"class":"2025-7a","subject":"pe","weekday":4,"bell":2,"room":"24"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 64, '{"client":3219187936,"clock":64,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj-zimprtsrvr1zsDYV","slot,2025-7a,eng,2025-7a-eng1,4,3,,","slot",{"class":"2025-7a","subject":"eng","group":"2025-7a-eng1","weekday":4,"bell":3,"room":"23"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 65, '{"client":3219187936,"clock":65,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj0-imprtsrvr1zsDYV","slot,2025-7a,eng,2025-7a-eng2,4,3,,","slot",{"class":"2025-7a","subject":"eng","group":"2025-7a-eng2","weekday":4,"bell":3,"room":"30"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 66, '{"client":3219187936,"clock":66,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj00imprtsrvr1zsDYV","slot,2025-7a,math,,4,4,,","slot",{"class":"2025-7a","subject":"math","weekday":4,"bell":4,"room":"6"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 68, '{"client":3219187936,"clock":68,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj02imprtsrvr1zsDYV","slot,2025-7a,math,,5,2,,","slot",{"class":"2025-7a","subject":"math","weekday":5,"bell":2,"room":"7"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 1, 1, 69, '{"client":3219187936,"clock":69,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923439],"mac":""}', '["-P7JERbj03imprtsrvr1zsDYV","slot,2025-7a,rus,,5,3,,","slot",{"class":"2025-7a","subject":"rus","weekday":5,"bell":3,"room":"1"}]', 1);
INSERT INTO public.policy_fact VALUES (1, 2, 1, 11, '{"client":2240019433,"clock":11,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923491],"mac":""}', '["-P7JERcY-9imprtsrvr14Vzjd","movement,p001,2025-09-01,enrolled","movement",{"pupil":"p001","kind":"enrolled","date":"2025-09-01","orderNo":"38-у","orderDate":"2025-09-01"}]', 2);
INSERT INTO public.policy_fact VALUES (1, 2, 1, 12, '{"client":2240019433,"clock":12,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923491],"mac":""}', '["-P7JERcY-Aimprtsrvr14Vzjd","movement,p002,2025-09-01,enrolled","movement",{"pupil":"p002","kind":"enrolled","date":"2025-09-01","orderNo":"20-у","orderDate":"2025-09-01"}]', 2);
INSERT INTO public.policy_fact VALUES (1, 2, 1, 13, '{"client":2240019433,"clock":13,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923491],"mac":""}', '["-P7JERcY-Bimprtsrvr14Vzjd","movement,p003,2025-09-01,enrolled","movement",{"pupil":"p003","kind":"enrolled","date":"2025-09-01","orderNo":"11-у","orderDate":"2025-09-01"}]', 2);
INSERT INTO public.policy_fact VALUES (1, 2, 1, 14, '{"client":2240019433,"clock":14,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923491],"mac":""}', '["-P7JERcY-Cimprtsrvr14Vzjd","movement,p004,2025-09-01,enrolled","movement",{"pupil":"p004","kind":"enrolled","date":"2025-09-01","orderNo":"57-у","orderDate":"2025-09-01"}]', 2);
INSERT INTO public.policy_fact VALUES (1, 2, 1, 15, '{"client":2240019433,"clock":15,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923491],"mac":""}', '["-P7JERcY-Dimprtsrvr14Vzjd","movement,p005,2025-09-23,arrived","movement",{"pupil":"p005","kind":"arrived","date":"2025-09-23","orderNo":"29-у","orderDate":"2025-09-23","place":"Верещагинская СОШ"}]', 2);
INSERT INTO public.policy_fact VALUES (1, 2, 1, 16, '{"client":2240019433,"clock":16,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923491],"mac":""}', '["-P7JERcY-Eimprtsrvr14Vzjd","movement,p006,2025-09-01,enrolled","movement",{"pupil":"p006","kind":"enrolled","date":"2025-09-01","orderNo":"61-у","orderDate":"2025-09-01"}]', 2);
INSERT INTO public.policy_fact VALUES (1, 2, 1, 17, '{"client":2240019433,"clock":17,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923491],"mac":""}', '["-P7JERcY-Fimprtsrvr14Vzjd","movement,p007,2025-09-01,enrolled","movement",{"pupil":"p007","kind":"enrolled","date":"2025-09-01","orderNo":"24-у","orderDate":"2025-09-01"}]', 2);
INSERT INTO public.policy_fact VALUES (1, 2, 1, 18, '{"client":2240019433,"clock":18,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923491],"mac":""}', '["-P7JERcY-Gimprtsrvr14Vzjd","movement,p008,2025-09-01,enrolled","movement",{"pupil":"p008","kind":"enrolled","date":"2025-09-01","orderNo":"56-у","orderDate":"2025-09-01"}]', 2);
INSERT INTO public.policy_fact VALUES (1, 2, 1, 19, '{"client":2240019433,"clock":19,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923491],"mac":""}', '["-P7JERcY-Himprtsrvr14Vzjd","movement,p009,2025-09-01,enrolled","movement",{"pupil":"p009","kind":"enrolled","date":"2025-09-01","orderNo":"49-у","orderDate":"2025-09-01"}]', 2);
INSERT INTO public.policy_fact VALUES (1, 2, 1, 20, '{"client":2240019433,"clock":20,"length":1,"author":"imprt","device":"srvr","as":"import","verdict":"ok","times":[1,1795635923491],"mac":""}', '["-P7JERcY-Iimprtsrvr14Vzjd","movement,p010,2025-09-01,enrolled","movement",{"pupil":"p010","kind":"enrolled","date":"2025-09-01","orderNo":"23-у","orderDate":"2025-09-01"}]', 2);
INSERT INTO public.policy_fact VALUES (1, 1, 2, 1, '{"client":2890438657,"clock":1,"length":1,"author":"relay","device":"srvr","as":"relay","verdict":"ok","times":[1,1795635927532],"mac":""}', '["-P7JESbg--relaysrvr1gH8V0","account,mdf_d","account",{"person":"t1"}]', 22);
INSERT INTO public.policy_fact VALUES (1, 1, 2, 2, '{"client":2890438657,"clock":2,"length":1,"author":"relay","device":"srvr","as":"relay","verdict":"ok","times":[1,1795635927532],"mac":""}', '["-P7JESbg-0relaysrvr1gH8V0","account,hhKze","account",{"person":"t4"}]', 22);
INSERT INTO public.policy_fact VALUES (1, 1, 2, 3, '{"client":2890438657,"clock":3,"length":1,"author":"relay","device":"srvr","as":"relay","verdict":"ok","times":[1,1795635927532],"mac":""}', '["-P7JESbg-1relaysrvr1gH8V0","account,bwU5f","account",{"person":"t7"}]', 22);
INSERT INTO public.policy_fact VALUES (1, 1, 2, 4, '{"client":2890438657,"clock":4,"length":1,"author":"relay","device":"srvr","as":"relay","verdict":"ok","times":[1,1795635927532],"mac":""}', '["-P7JESbg-2relaysrvr1gH8V0","account,BUYER","account",{"person":"t2"}]', 22);
INSERT INTO public.policy_fact VALUES (1, 1, 2, 5, '{"client":2890438657,"clock":5,"length":1,"author":"relay","device":"srvr","as":"relay","verdict":"ok","times":[1,1795635927532],"mac":""}', '["-P7JESbg-3relaysrvr1gH8V0","account,KosgK","account",{"person":"t8"}]', 22);
INSERT INTO public.policy_fact VALUES (1, 1, 2, 6, '{"client":2890438657,"clock":6,"length":1,"author":"relay","device":"srvr","as":"relay","verdict":"ok","times":[1,1795635927532],"mac":""}', '["-P7JESbg-4relaysrvr1gH8V0","account,XPK-0","account",{"person":"t6"}]', 22);
INSERT INTO public.policy_fact VALUES (1, 1, 2, 7, '{"client":2890438657,"clock":7,"length":1,"author":"relay","device":"srvr","as":"relay","verdict":"ok","times":[1,1795635927532],"mac":""}', '["-P7JESbg-5relaysrvr1gH8V0","account,rjyq_","account",{"person":"dep"}]', 22);
INSERT INTO public.policy_fact VALUES (1, 1, 2, 8, '{"client":2890438657,"clock":8,"length":1,"author":"relay","device":"srvr","as":"relay","verdict":"ok","times":[1,1795635927532],"mac":""}', '["-P7JESbg-6relaysrvr1gH8V0","account,jX_zb","account",{"person":"t3"}]', 22);
INSERT INTO public.policy_fact VALUES (1, 1, 2, 9, '{"client":2890438657,"clock":9,"length":1,"author":"relay","device":"srvr","as":"relay","verdict":"ok","times":[1,1795635927532],"mac":""}', '["-P7JESbg-7relaysrvr1gH8V0","account,krAmJ","account",{"person":"t5"}]', 22);
INSERT INTO public."row" VALUES (1, 1, 1, 3219187936, 0, 70, 'imprt', 'srvr', 'import', '[70,1795635923439]', 'ok', NULL, 'HQkCfWMLZVXe1z-95umsjA', true, '[{"user":"imprt","device":"srvr","app":"relay"},["-P7JERbj--imprtsrvr1zsDYV","school","school",{"id":"siva","name":"МБОУ «Сивинская СОШ»","shortName":"Сивинская СОШ","region":"Пермский край","timezone":"Asia/Yekaterinburg"}],["-P7JERbj-0imprtsrvr1zsDYV","year,2025-26","year",{"id":"2025-26","starts":"2025-09-01","ends":"2026-05-26"}],["-P7JERbj-1imprtsrvr1zsDYV","period,2025-26/1","period",{"id":"2025-26/1","year":"2025-26","kind":"quarter","number":1,"starts":"2025-09-01","ends":"2025-10-24"}],["-P7JERbj-2imprtsrvr1zsDYV","period,2025-26/2","period",{"id":"2025-26/2","year":"2025-26","kind":"quarter","number":2,"starts":"2025-11-05","ends":"2025-12-30"}],["-P7JERbj-3imprtsrvr1zsDYV","period,2025-26/3","period",{"id":"2025-26/3","year":"2025-26","kind":"quarter","number":3,"starts":"2026-01-12","ends":"2026-03-27"}],["-P7JERbj-4imprtsrvr1zsDYV","period,2025-26/4","period",{"id":"2025-26/4","year":"2025-26","kind":"quarter","number":4,"starts":"2026-04-06","ends":"2026-05-26"}],["-P7JERbj-5imprtsrvr1zsDYV","period,2025-26/h1","period",{"id":"2025-26/h1","year":"2025-26","kind":"half","number":1,"starts":"2025-09-01","ends":"2025-12-30"}],["-P7JERbj-6imprtsrvr1zsDYV","period,2025-26/h2","period",{"id":"2025-26/h2","year":"2025-26","kind":"half","number":2,"starts":"2026-01-12","ends":"2026-05-26"}],["-P7JERbj-7imprtsrvr1zsDYV","holiday,2025-10-25,2025-11-04,","holiday",{"name":"Осенние каникулы","starts":"2025-10-25","ends":"2025-11-04"}],["-P7JERbj-8imprtsrvr1zsDYV","holiday,2025-12-31,2026-01-11,","holiday",{"name":"Зимние каникулы","starts":"2025-12-31","ends":"2026-01-11"}],["-P7JERbj-9imprtsrvr1zsDYV","bell,1","bell",{"number":1,"starts":"08:30","ends":"09:15"}],["-P7JERbj-Aimprtsrvr1zsDYV","bell,2","bell",{"number":2,"starts":"09:25","ends":"10:10"}],["-P7JERbj-Bimprtsrvr1zsDYV","bell,3","bell",{"number":3,"starts":"10:20","ends":"11:05"}],["-P7JERbj-Cimprtsrvr1zsDYV","bell,4","bell",{"number":4,"starts":"11:15","ends":"12:00"}],["-P7JERbj-Dimprtsrvr1zsDYV","bell,5","bell",{"number":5,"starts":"12:10","ends":"12:55"}],["-P7JERbj-Eimprtsrvr1zsDYV","bell,6","bell",{"number":6,"starts":"13:05","ends":"13:50"}],["-P7JERbj-Fimprtsrvr1zsDYV","subject,math","subject",{"id":"math","name":"Математика"}],["-P7JERbj-Gimprtsrvr1zsDYV","subject,rus","subject",{"id":"rus","name":"Русский язык"}],["-P7JERbj-Himprtsrvr1zsDYV","subject,eng","subject",{"id":"eng","name":"Английский язык"}],["-P7JERbj-Iimprtsrvr1zsDYV","subject,hist","subject",{"id":"hist","name":"История"}],["-P7JERbj-Jimprtsrvr1zsDYV","subject,pe","subject",{"id":"pe","name":"Физическая культура"}],["-P7JERbj-Kimprtsrvr1zsDYV","subject,inf","subject",{"id":"inf","name":"Информатика"}],["-P7JERbj-Limprtsrvr1zsDYV","subject,rov","subject",{"id":"rov","name":"Разговоры о важном"}],["-P7JERbj-Mimprtsrvr1zsDYV","subject,mus","subject",{"id":"mus","name":"Музыка"}],["-P7JERbj-Nimprtsrvr1zsDYV","subject,geo","subject",{"id":"geo","name":"География"}],["-P7JERbj-Oimprtsrvr1zsDYV","staff,t1","staff",{"id":"t1","last":"Бабушкина","first":"Мария","middle":"Олеговна","roles":["teacher"]}],["-P7JERbj-Pimprtsrvr1zsDYV","staff,t2","staff",{"id":"t2","last":"Ёлохова","first":"Алёна","middle":"Сергеевна","roles":["teacher"]}],["-P7JERbj-Qimprtsrvr1zsDYV","staff,t3","staff",{"id":"t3","last":"Лобанова","first":"Анна","middle":"Олеговна","roles":["teacher"]}],["-P7JERbj-Rimprtsrvr1zsDYV","staff,t4","staff",{"id":"t4","last":"Дерюшева","first":"Варвара","middle":"Сергеевна","roles":["teacher"]}],["-P7JERbj-Simprtsrvr1zsDYV","staff,t5","staff",{"id":"t5","last":"Вяткина","first":"Полина","middle":"Андреевна","roles":["teacher"]}],["-P7JERbj-Timprtsrvr1zsDYV","staff,t6","staff",{"id":"t6","last":"Ёлохова","first":"Варвара","middle":"Ильинична","roles":["teacher"]}],["-P7JERbj-Uimprtsrvr1zsDYV","staff,t7","staff",{"id":"t7","last":"Дерюшева","first":"Софья","middle":"Павловна","roles":["teacher"]}],["-P7JERbj-Vimprtsrvr1zsDYV","staff,t8","staff",{"id":"t8","last":"Ёлохова","first":"Анна","middle":"Сергеевна","roles":["teacher"]}],["-P7JERbj-Wimprtsrvr1zsDYV","staff,dep","staff",{"id":"dep","last":"Колчанова","first":"Любовь","middle":"Владимировна","roles":["office"]}],["-P7JERbj-Ximprtsrvr1zsDYV","class,2025-7a","class",{"id":"2025-7a","year":"2025-26","grade":7,"letter":"А","classTeacher":"t1"}],["-P7JERbj-Yimprtsrvr1zsDYV","group,2025-7a-eng1","group",{"id":"2025-7a-eng1","class":"2025-7a","subject":"eng","name":"Группа 1"}],["-P7JERbj-Zimprtsrvr1zsDYV","group,2025-7a-eng2","group",{"id":"2025-7a-eng2","class":"2025-7a","subject":"eng","name":"Группа 2"}],["-P7JERbj-_imprtsrvr1zsDYV","assignment,2025-7a,math,,t1,","assignment",{"class":"2025-7a","subject":"math","teacher":"t1","hoursPerWeek":5,"hoursPerYear":170}],["-P7JERbj-aimprtsrvr1zsDYV","assignment,2025-7a,rus,,t2,","assignment",{"class":"2025-7a","subject":"rus","teacher":"t2","hoursPerWeek":4,"hoursPerYear":136}],["-P7JERbj-bimprtsrvr1zsDYV","assignment,2025-7a,eng,2025-7a-eng1,t7,","assignment",{"class":"2025-7a","subject":"eng","group":"2025-7a-eng1","teacher":"t7","hoursPerWeek":3,"hoursPerYear":102}],["-P7JERbj-cimprtsrvr1zsDYV","assignment,2025-7a,eng,2025-7a-eng2,t8,","assignment",{"class":"2025-7a","subject":"eng","group":"2025-7a-eng2","teacher":"t8","hoursPerWeek":3,"hoursPerYear":102}],["-P7JERbj-dimprtsrvr1zsDYV","assignment,2025-7a,hist,,t4,","assignment",{"class":"2025-7a","subject":"hist","teacher":"t4","hoursPerWeek":2,"hoursPerYear":68}],["-P7JERbj-eimprtsrvr1zsDYV","assignment,2025-7a,pe,,t5,","assignment",{"class":"2025-7a","subject":"pe","teacher":"t5","hoursPerWeek":2,"hoursPerYear":68}],["-P7JERbj-fimprtsrvr1zsDYV","assignment,2025-7a,inf,,t6,","assignment",{"class":"2025-7a","subject":"inf","teacher":"t6","hoursPerWeek":1,"hoursPerYear":34}],["-P7JERbj-gimprtsrvr1zsDYV","assignment,2025-7a,rov,,t1,","assignment",{"class":"2025-7a","subject":"rov","teacher":"t1","hoursPerWeek":1,"hoursPerYear":34,"grading":"none"}],["-P7JERbj-himprtsrvr1zsDYV","assignment,2025-7a,mus,,t2,","assignment",{"class":"2025-7a","subject":"mus","teacher":"t2","hoursPerWeek":1,"hoursPerYear":34,"grading":"credit"}],["-P7JERbj-iimprtsrvr1zsDYV","assignment,2025-7a,geo,,t5,2026-01-12","assignment",{"class":"2025-7a","subject":"geo","teacher":"t5","hoursPerWeek":1,"hoursPerYear":17,"from":"2026-01-12"}],["-P7JERbj-jimprtsrvr1zsDYV","slot,2025-7a,math,,1,1,,","slot",{"class":"2025-7a","subject":"math","weekday":1,"bell":1,"room":"17"}],["-P7JERbj-kimprtsrvr1zsDYV","slot,2025-7a,rus,,1,2,,","slot",{"class":"2025-7a","subject":"rus","weekday":1,"bell":2,"room":"1"}],["-P7JERbj-limprtsrvr1zsDYV","slot,2025-7a,rov,,1,3,,","slot",{"class":"2025-7a","subject":"rov","weekday":1,"bell":3,"room":"20"}],["-P7JERbj-mimprtsrvr1zsDYV","slot,2025-7a,eng,2025-7a-eng1,1,4,,","slot",{"class":"2025-7a","subject":"eng","group":"2025-7a-eng1","weekday":1,"bell":4,"room":"20"}],["-P7JERbj-nimprtsrvr1zsDYV","slot,2025-7a,eng,2025-7a-eng2,1,4,,","slot",{"class":"2025-7a","subject":"eng","group":"2025-7a-eng2","weekday":1,"bell":4,"room":"26"}],["-P7JERbj-oimprtsrvr1zsDYV","slot,2025-7a,eng,2025-7a-eng1,2,1,,","slot",{"class":"2025-7a","subject":"eng","group":"2025-7a-eng1","weekday":2,"bell":1,"room":"26"}],["-P7JERbj-pimprtsrvr1zsDYV","slot,2025-7a,eng,2025-7a-eng2,2,1,,","slot",{"class":"2025-7a","subject":"eng","group":"2025-7a-eng2","weekday":2,"bell":1,"room":"17"}],["-P7JERbj-qimprtsrvr1zsDYV","slot,2025-7a,rus,,2,2,,","slot",{"class":"2025-7a","subject":"rus","weekday":2,"bell":2,"room":"7"}],["-P7JERbj-rimprtsrvr1zsDYV","slot,2025-7a,math,,2,3,,","slot",{"class":"2025-7a","subject":"math","weekday":2,"bell":3,"room":"16"}],["-P7JERbj-simprtsrvr1zsDYV","slot,2025-7a,rus,,2,4,,","slot",{"class":"2025-7a","subject":"rus","weekday":2,"bell":4,"room":"19"}],["-P7JERbj-timprtsrvr1zsDYV","slot,2025-7a,inf,,3,1,,","slot",{"class":"2025-7a","subject":"inf","weekday":3,"bell":1,"room":"16"}],["-P7JERbj-uimprtsrvr1zsDYV","slot,2025-7a,pe,,3,2,,","slot",{"class":"2025-7a","subject":"pe","weekday":3,"bell":2,"room":"12"}],["-P7JERbj-vimprtsrvr1zsDYV","slot,2025-7a,hist,,3,3,,","slot",{"class":"2025-7a","subject":"hist","weekday":3,"bell":3,"room":"5"}],["-P7JERbj-wimprtsrvr1zsDYV","slot,2025-7a,mus,,3,4,,","slot",{"class":"2025-7a","subject":"mus","weekday":3,"bell":4,"room":"23"}],["-P7JERbj-ximprtsrvr1zsDYV","slot,2025-7a,hist,,4,1,,","slot",{"class":"2025-7a","subject":"hist","weekday":4,"bell":1,"room":"15"}],["-P7JERbj-yimprtsrvr1zsDYV","slot,2025-7a,pe,,4,2,,","slot",{"class":"2025-7a","subject":"pe","weekday":4,"bell":2,"room":"24"}],["-P7JERbj-zimprtsrvr1zsDYV","slot,2025-7a,eng,2025-7a-eng1,4,3,,","slot",{"class":"2025-7a","subject":"eng","group":"2025-7a-eng1","weekday":4,"bell":3,"room":"23"}],["-P7JERbj0-imprtsrvr1zsDYV","slot,2025-7a,eng,2025-7a-eng2,4,3,,","slot",{"class":"2025-7a","subject":"eng","group":"2025-7a-eng2","weekday":4,"bell":3,"room":"30"}],["-P7JERbj00imprtsrvr1zsDYV","slot,2025-7a,math,,4,4,,","slot",{"class":"2025-7a","subject":"math","weekday":4,"bell":4,"room":"6"}],["-P7JERbj01imprtsrvr1zsDYV","slot,2025-7a,math,,5,1,,","slot",{"class":"2025-7a","subject":"math","weekday":5,"bell":1,"room":"4"}],["-P7JERbj02imprtsrvr1zsDYV","slot,2025-7a,math,,5,2,,","slot",{"class":"2025-7a","subject":"math","weekday":5,"bell":2,"room":"7"}],["-P7JERbj03imprtsrvr1zsDYV","slot,2025-7a,rus,,5,3,,","slot",{"class":"2025-7a","subject":"rus","weekday":5,"bell":3,"room":"1"}]]', '\x1d9e57abfd788f016a209c23da5c4f39166c76ed0acc382e3e88e1c934a54519', '\x0034a692004de6060e5ca100463f9f0e3baac4249ecd11d16519c8875e73c940', 1);
INSERT INTO public."row" VALUES (1, 2, 1, 2240019433, 0, 35, 'imprt', 'srvr', 'import', '[35,1795635923491]', 'ok', NULL, 'H_VQrr6gtKC9bxZ1AXjUWw', true, '[{"user":"imprt","device":"srvr","app":"relay"},["-P7JERcY--imprtsrvr14Vzjd","pupil,p001","pupil",{"id":"p001","last":"Ведерников","first":"Артём","middle":"Сергеевич","born":"2011-10-22","sex":"м"}],["-P7JERcY-0imprtsrvr14Vzjd","pupil,p002","pupil",{"id":"p002","last":"Сивкова","first":"Ксения","middle":"Олеговна","born":"2011-07-17","sex":"ж"}],["-P7JERcY-1imprtsrvr14Vzjd","pupil,p003","pupil",{"id":"p003","last":"Ощепков","first":"Данил","middle":"Сергеевич","born":"2011-05-10","sex":"м"}],["-P7JERcY-2imprtsrvr14Vzjd","pupil,p004","pupil",{"id":"p004","last":"Мехоношина","first":"Дарья","middle":"Олеговна","born":"2011-10-03","sex":"ж"}],["-P7JERcY-3imprtsrvr14Vzjd","pupil,p005","pupil",{"id":"p005","last":"Сивкова","first":"Злата","middle":"Андреевна","born":"2011-04-01","sex":"ж"}],["-P7JERcY-4imprtsrvr14Vzjd","pupil,p006","pupil",{"id":"p006","last":"Яркова","first":"Анна","middle":"Сергеевна","born":"2011-09-08","sex":"ж"}],["-P7JERcY-5imprtsrvr14Vzjd","pupil,p007","pupil",{"id":"p007","last":"Пермякова","first":"Анна","middle":"Андреевна","born":"2011-12-07","sex":"ж"}],["-P7JERcY-6imprtsrvr14Vzjd","pupil,p008","pupil",{"id":"p008","last":"Чазова","first":"Софья","middle":"Олеговна","born":"2011-04-05","sex":"ж"}],["-P7JERcY-7imprtsrvr14Vzjd","pupil,p009","pupil",{"id":"p009","last":"Зубов","first":"Фёдор","middle":"Андреевич","born":"2011-08-10","sex":"м"}],["-P7JERcY-8imprtsrvr14Vzjd","pupil,p010","pupil",{"id":"p010","last":"Зубов","first":"Лев","middle":"Олегович","born":"2011-09-05","sex":"м"}],["-P7JERcY-9imprtsrvr14Vzjd","movement,p001,2025-09-01,enrolled","movement",{"pupil":"p001","kind":"enrolled","date":"2025-09-01","orderNo":"38-у","orderDate":"2025-09-01"}],["-P7JERcY-Aimprtsrvr14Vzjd","movement,p002,2025-09-01,enrolled","movement",{"pupil":"p002","kind":"enrolled","date":"2025-09-01","orderNo":"20-у","orderDate":"2025-09-01"}],["-P7JERcY-Bimprtsrvr14Vzjd","movement,p003,2025-09-01,enrolled","movement",{"pupil":"p003","kind":"enrolled","date":"2025-09-01","orderNo":"11-у","orderDate":"2025-09-01"}],["-P7JERcY-Cimprtsrvr14Vzjd","movement,p004,2025-09-01,enrolled","movement",{"pupil":"p004","kind":"enrolled","date":"2025-09-01","orderNo":"57-у","orderDate":"2025-09-01"}],["-P7JERcY-Dimprtsrvr14Vzjd","movement,p005,2025-09-23,arrived","movement",{"pupil":"p005","kind":"arrived","date":"2025-09-23","orderNo":"29-у","orderDate":"2025-09-23","place":"Верещагинская СОШ"}],["-P7JERcY-Eimprtsrvr14Vzjd","movement,p006,2025-09-01,enrolled","movement",{"pupil":"p006","kind":"enrolled","date":"2025-09-01","orderNo":"61-у","orderDate":"2025-09-01"}],["-P7JERcY-Fimprtsrvr14Vzjd","movement,p007,2025-09-01,enrolled","movement",{"pupil":"p007","kind":"enrolled","date":"2025-09-01","orderNo":"24-у","orderDate":"2025-09-01"}],["-P7JERcY-Gimprtsrvr14Vzjd","movement,p008,2025-09-01,enrolled","movement",{"pupil":"p008","kind":"enrolled","date":"2025-09-01","orderNo":"56-у","orderDate":"2025-09-01"}],["-P7JERcY-Himprtsrvr14Vzjd","movement,p009,2025-09-01,enrolled","movement",{"pupil":"p009","kind":"enrolled","date":"2025-09-01","orderNo":"49-у","orderDate":"2025-09-01"}],["-P7JERcY-Iimprtsrvr14Vzjd","movement,p010,2025-09-01,enrolled","movement",{"pupil":"p010","kind":"enrolled","date":"2025-09-01","orderNo":"23-у","orderDate":"2025-09-01"}],["-P7JERcY-Jimprtsrvr14Vzjd","member,2025-7a-eng2,p001,","member",{"group":"2025-7a-eng2","pupil":"p001"}],["-P7JERcY-Kimprtsrvr14Vzjd","member,2025-7a-eng1,p002,","member",{"group":"2025-7a-eng1","pupil":"p002"}],["-P7JERcY-Limprtsrvr14Vzjd","member,2025-7a-eng2,p003,","member",{"group":"2025-7a-eng2","pupil":"p003"}],["-P7JERcY-Mimprtsrvr14Vzjd","member,2025-7a-eng1,p004,","member",{"group":"2025-7a-eng1","pupil":"p004","to":"2025-09-18"}],["-P7JERcY-Nimprtsrvr14Vzjd","member,2025-7a-eng2,p004,2025-09-18","member",{"group":"2025-7a-eng2","pupil":"p004","from":"2025-09-18"}],["-P7JERcY-Oimprtsrvr14Vzjd","member,2025-7a-eng2,p005,","member",{"group":"2025-7a-eng2","pupil":"p005"}],["-P7JERcY-Pimprtsrvr14Vzjd","member,2025-7a-eng1,p006,","member",{"group":"2025-7a-eng1","pupil":"p006","to":"2025-09-18"}],["-P7JERcY-Qimprtsrvr14Vzjd","member,2025-7a-eng2,p006,2025-09-18","member",{"group":"2025-7a-eng2","pupil":"p006","from":"2025-09-18"}],["-P7JERcY-Rimprtsrvr14Vzjd","member,2025-7a-eng2,p007,","member",{"group":"2025-7a-eng2","pupil":"p007"}],["-P7JERcY-Simprtsrvr14Vzjd","member,2025-7a-eng1,p008,","member",{"group":"2025-7a-eng1","pupil":"p008"}],["-P7JERcY-Timprtsrvr14Vzjd","member,2025-7a-eng2,p009,","member",{"group":"2025-7a-eng2","pupil":"p009"}],["-P7JERcY-Uimprtsrvr14Vzjd","member,2025-7a-eng1,p010,","member",{"group":"2025-7a-eng1","pupil":"p010"}],["-P7JERcY-Vimprtsrvr14Vzjd","span,p004,2025-09-01,У,0","span",{"pupil":"p004","from":"2025-09-01","to":"2025-09-07","code":"У","document":"справка"}],["-P7JERcY-Wimprtsrvr14Vzjd","span,p004,2025-09-03,Б,0","span",{"pupil":"p004","from":"2025-09-03","to":"2025-09-06","code":"Б","document":"заявление"}]]', '\xa66e088c2a824c2d2294021fb69ccee5735040c524d3f8c5363781f55cfdd4da', '\x5581db3fa79b3003c0af5fc51852c6cfa7276dc3c92119998f0b11bb94c755d7', 2);
INSERT INTO public."row" VALUES (1, 3, 1, 2389001621, 0, 2, 'imprt', 'srvr', 'import', '[2,1795635923519]', 'ok', NULL, 'kgCEMDNzBDozNkAFpWLxZQ', true, '[{"user":"imprt","device":"srvr","app":"relay"},["-P7JERcz--imprtsrvr1DOJLK","guardian,g001","guardian",{"id":"g001","pupil":"p001","last":"Ведерникова","first":"Анна","middle":"Олеговна","relation":"мать","phone":"+73428663636","consentDate":"2025-08-29"}]]', '\x3c8078859f1e02775d5161a31a11a7b9ae64694fba8b6233345f40ff8dec221f', '\x75c3ea1e1e0ec37cca4484aebb990c0398226b9167f28c5e0d5674b1968370bb', 3);
INSERT INTO public."row" VALUES (1, 4, 1, 2785158383, 0, 2, 'imprt', 'srvr', 'import', '[2,1795635923528]', 'ok', NULL, '8mSUEQMmo8PmzqjW6cEVTw', true, '[{"user":"imprt","device":"srvr","app":"relay"},["-P7JERd7--imprtsrvr1a-XIj","guardian,g002","guardian",{"id":"g002","pupil":"p002","last":"Сивкова","first":"Софья","middle":"Павловна","relation":"мать","phone":"+73425916093","consentDate":"2025-08-29"}]]', '\x1e15890f77fe6d94a630b34b356a45afa20d8f4e363a5287369ee4e90d13d02e', '\x8cc36a6e024bcc2e8df009be3d5a529b16a93888292cb64ae43ad6c27e772018', 4);
INSERT INTO public."row" VALUES (1, 5, 1, 2684911723, 0, 2, 'imprt', 'srvr', 'import', '[2,1795635923540]', 'ok', NULL, 'p2VIPRWEzS1YU6F18EMpfA', true, '[{"user":"imprt","device":"srvr","app":"relay"},["-P7JERdJ--imprtsrvr1V170f","guardian,g003","guardian",{"id":"g003","pupil":"p003","last":"Ощепкова","first":"Ксения","middle":"Олеговна","relation":"мать","phone":"+73428610104","consentDate":"2025-08-29"}]]', '\xf44e38589a87d970ff52a40da2b7a63252e1d6eb99d77d9a2216504d25c040dc', '\x75c7a201c067a08aebbb40370e25c54aafa1061b6e0a92eec62f76c5aa53834d', 5);
INSERT INTO public."row" VALUES (1, 6, 1, 514807906, 0, 2, 'imprt', 'srvr', 'import', '[2,1795635923551]', 'ok', NULL, 'EcU4_iR6xrujLkuLnVNMRQ', true, '[{"user":"imprt","device":"srvr","app":"relay"},["-P7JERdU--imprtsrvr-TfpWX","guardian,g004","guardian",{"id":"g004","pupil":"p004","last":"Мехоношина","first":"Мария","middle":"Андреевна","relation":"мать","phone":"+73423415064","consentDate":"2025-08-29"}]]', '\x520a1f3224345d00a553a4d0ad0b005b9ee67884d713ea93c4024c7bb6406eb4', '\x79a12d1f0c876167abacd3da912012db8eecd003b05a4847771799e019128d8f', 6);
INSERT INTO public."row" VALUES (1, 7, 1, 782503334, 0, 2, 'imprt', 'srvr', 'import', '[2,1795635923560]', 'ok', NULL, 'Kad7Lwq4B9V5CmlvSKAusQ', true, '[{"user":"imprt","device":"srvr","app":"relay"},["-P7JERdc--imprtsrvr-id-qa","guardian,g005","guardian",{"id":"g005","pupil":"p005","last":"Сивкова","first":"Алёна","middle":"Андреевна","relation":"мать","phone":"+73422905898","consentDate":"2025-08-29"}]]', '\x86ab65deec3eb8138eb739683f666254001461312f433f2e2d136975c47ecf1d', '\xb43522cab035f81fd867a215930f331c67f286c1ccf8e620e011c59bb40fe80d', 7);
INSERT INTO public."row" VALUES (1, 8, 1, 138886283, 0, 2, 'imprt', 'srvr', 'import', '[2,1795635923574]', 'ok', NULL, 'hj4mJFdEdZZFP8py61L6Dg', true, '[{"user":"imprt","device":"srvr","app":"relay"},["-P7JERdq--imprtsrvr-7GnmA","guardian,g006","guardian",{"id":"g006","pupil":"p006","last":"Яркова","first":"Дарья","middle":"Андреевна","relation":"мать","phone":"+73423470236","consentDate":"2025-08-29"}]]', '\x167ae282964bd028f16df58e1c5a1dd5b22794f274076bf9f9678c8975540768', '\x475628e3de29b7771db4998f78653c1880cda591ac3531be30a54aaa4a811ccc', 8);
INSERT INTO public."row" VALUES (1, 9, 1, 4261147987, 0, 2, 'imprt', 'srvr', 'import', '[2,1795635923588]', 'ok', NULL, '-C890ntcGWQ_mineL4nLrw', true, '[{"user":"imprt","device":"srvr","app":"relay"},["-P7JERe3--imprtsrvr2xyzKI","guardian,g007","guardian",{"id":"g007","pupil":"p007","last":"Пермякова","first":"Алёна","middle":"Ильинична","relation":"мать","phone":"+73429436329","consentDate":"2025-08-29"}]]', '\x8a18bc4ea4d20cd3e4d2b03778b05a799e01ace724827808e475fc6f49a4fede', '\xaf25c53e43befcd1f7d79ab0594fc864335f8690587e17f35435a945ccd85f7b', 9);
INSERT INTO public."row" VALUES (1, 10, 1, 397532226, 0, 2, 'imprt', 'srvr', 'import', '[2,1795635923594]', 'ok', NULL, 'c4pQB-cVg6RQaG-RKTc18Q', true, '[{"user":"imprt","device":"srvr","app":"relay"},["-P7JERe9--imprtsrvr-MgSl1","guardian,g008","guardian",{"id":"g008","pupil":"p008","last":"Чазова","first":"Софья","middle":"Олеговна","relation":"мать","phone":"+73428261932","consentDate":"2025-08-29"}]]', '\xb75f70ee9d6844423461295b85fa52d861acdf920be4f5635a9c531f2bd94fed', '\xe36bc08abf8467bbd5a8d86f98041c63ebe9380976f2f98d940234947134c483', 10);
INSERT INTO public."row" VALUES (1, 11, 1, 787467697, 0, 2, 'imprt', 'srvr', 'import', '[2,1795635923605]', 'ok', NULL, '0s_k29PHIOe-sTkqiLUW7Q', true, '[{"user":"imprt","device":"srvr","app":"relay"},["-P7JEReK--imprtsrvr-ivwql","guardian,g009","guardian",{"id":"g009","pupil":"p009","last":"Зубова","first":"Юлия","middle":"Ильинична","relation":"мать","phone":"+73423076288","consentDate":"2025-08-29"}]]', '\x66ced41f4c2853b380d5f242a0f94dbc28698c4351d291b08da8ddf7f059205e', '\x8da27067eac05fd1d229499e1f423364ceb10cb49c7e320c14dab651b8b9b541', 11);
INSERT INTO public."row" VALUES (1, 12, 1, 506001386, 0, 2, 'imprt', 'srvr', 'import', '[2,1795635923614]', 'ok', NULL, 'QnYO1DdtvKfHx9v5L3BCZQ', true, '[{"user":"imprt","device":"srvr","app":"relay"},["-P7JEReT--imprtsrvr-T9EUe","guardian,g010","guardian",{"id":"g010","pupil":"p010","last":"Зубова","first":"Мария","middle":"Павловна","relation":"мать","phone":"+73422334363","consentDate":"2025-08-29"}]]', '\x9bac34185e1757aaa4929f96c921c2541fbe7a34e4f6b996f6dd4940c562675a', '\x897545ca81bea5f34569b7ae38026046b7ecb5765fae77bf260a694ef9c46e33', 12);
INSERT INTO public."row" VALUES (1, 14, 1, 1708315779, 0, 78, 'imprt', 'srvr', 'import', '[78,1795635923647]', 'ok', NULL, 'FiBeJhWDKM5qI5sHoc8JEw', true, '[{"user":"imprt","device":"srvr","app":"relay"},["-P7JERez--imprtsrvr0_ohH2","lesson,2025-09-01,2,0","lesson.ref","L-2025-7a-rus-2025-09-01-2"],["-P7JERez-0imprtsrvr0_ohH2","lesson,2025-09-01,2,0","lesson.held",false],["-P7JERez-1imprtsrvr0_ohH2","lesson,2025-09-01,2,0","lesson.topic","rus: тема 1"],["-P7JERez-2imprtsrvr0_ohH2","lesson,2025-09-02,2,0","lesson.ref","L-2025-7a-rus-2025-09-02-2"],["-P7JERez-3imprtsrvr0_ohH2","lesson,2025-09-02,2,0","lesson.held",true],["-P7JERez-4imprtsrvr0_ohH2","lesson,2025-09-02,2,0","lesson.roll",true],["-P7JERez-5imprtsrvr0_ohH2","lesson,2025-09-02,2,0","lesson.topic","rus: тема 2"],["-P7JERez-6imprtsrvr0_ohH2","lesson,2025-09-02,2,0","lesson.homework","§2"],["-P7JERez-7imprtsrvr0_ohH2","lesson,2025-09-02,4,0","lesson.ref","L-2025-7a-rus-2025-09-02-4"],["-P7JERez-8imprtsrvr0_ohH2","lesson,2025-09-02,4,0","lesson.held",true],["-P7JERez-9imprtsrvr0_ohH2","lesson,2025-09-02,4,0","lesson.roll",true],["-P7JERez-Aimprtsrvr0_ohH2","lesson,2025-09-02,4,0","lesson.topic","rus: тема 3"],["-P7JERez-Bimprtsrvr0_ohH2","lesson,2025-09-02,4,0","lesson.homework","§3"],["-P7JERez-Cimprtsrvr0_ohH2","lesson,2025-09-05,3,0","lesson.ref","L-2025-7a-rus-2025-09-05-3"],["-P7JERez-Dimprtsrvr0_ohH2","lesson,2025-09-05,3,0","lesson.held",true],["-P7JERez-Eimprtsrvr0_ohH2","lesson,2025-09-05,3,0","lesson.roll",true],["-P7JERez-Fimprtsrvr0_ohH2","lesson,2025-09-05,3,0","lesson.topic","rus: тема 4"],["-P7JERez-Gimprtsrvr0_ohH2","lesson,2025-09-05,3,0","lesson.homework","§4"],["-P7JERez-Himprtsrvr0_ohH2","lesson,2025-09-08,2,0","lesson.ref","L-2025-7a-rus-2025-09-08-2"],["-P7JERez-Iimprtsrvr0_ohH2","lesson,2025-09-08,2,0","lesson.held",true],["-P7JERez-Jimprtsrvr0_ohH2","lesson,2025-09-08,2,0","lesson.roll",true],["-P7JERez-Kimprtsrvr0_ohH2","lesson,2025-09-08,2,0","lesson.topic","rus: тема 5"],["-P7JERez-Limprtsrvr0_ohH2","lesson,2025-09-09,2,0","lesson.ref","L-2025-7a-rus-2025-09-09-2"],["-P7JERez-Mimprtsrvr0_ohH2","lesson,2025-09-09,2,0","lesson.held",true],["-P7JERez-Nimprtsrvr0_ohH2","lesson,2025-09-09,2,0","lesson.roll",true],["-P7JERez-Oimprtsrvr0_ohH2","lesson,2025-09-09,2,0","lesson.topic","rus: тема 6"],["-P7JERez-Pimprtsrvr0_ohH2","lesson,2025-09-09,2,0","lesson.homework","§6"],["-P7JERez-Qimprtsrvr0_ohH2","lesson,2025-09-09,4,0","lesson.ref","L-2025-7a-rus-2025-09-09-4"],["-P7JERez-Rimprtsrvr0_ohH2","lesson,2025-09-09,4,0","lesson.held",true],["-P7JERez-Simprtsrvr0_ohH2","lesson,2025-09-09,4,0","lesson.roll",true],["-P7JERez-Timprtsrvr0_ohH2","lesson,2025-09-09,4,0","lesson.topic","rus: тема 7"],["-P7JERez-Uimprtsrvr0_ohH2","lesson,2025-09-09,4,0","lesson.homework","§7"],["-P7JERez-Vimprtsrvr0_ohH2","lesson,2025-09-12,3,0","lesson.ref","L-2025-7a-rus-2025-09-12-3"],["-P7JERez-Wimprtsrvr0_ohH2","lesson,2025-09-12,3,0","lesson.held",true],["-P7JERez-Ximprtsrvr0_ohH2","lesson,2025-09-12,3,0","lesson.roll",true],["-P7JERez-Yimprtsrvr0_ohH2","lesson,2025-09-12,3,0","lesson.topic","rus: тема 8"],["-P7JERez-Zimprtsrvr0_ohH2","lesson,2025-09-12,3,0","lesson.homework","§8"],["-P7JERez-_imprtsrvr0_ohH2","lesson,2025-09-15,2,0","lesson.ref","L-2025-7a-rus-2025-09-15-2"],["-P7JERez-aimprtsrvr0_ohH2","lesson,2025-09-15,2,0","lesson.held",true],["-P7JERez-bimprtsrvr0_ohH2","lesson,2025-09-15,2,0","lesson.roll",true],["-P7JERez-cimprtsrvr0_ohH2","lesson,2025-09-15,2,0","lesson.topic","rus: тема 9"],["-P7JERez-dimprtsrvr0_ohH2","lesson,2025-09-15,2,0","lesson.homework","§9"],["-P7JERez-eimprtsrvr0_ohH2","lesson,2025-09-16,2,0","lesson.ref","L-2025-7a-rus-2025-09-16-2"],["-P7JERez-fimprtsrvr0_ohH2","lesson,2025-09-16,2,0","lesson.held",true],["-P7JERez-gimprtsrvr0_ohH2","lesson,2025-09-16,2,0","lesson.roll",true],["-P7JERez-himprtsrvr0_ohH2","lesson,2025-09-16,2,0","lesson.topic","rus: тема 10"],["-P7JERez-iimprtsrvr0_ohH2","lesson,2025-09-16,2,0","lesson.homework","§10"],["-P7JERez-jimprtsrvr0_ohH2","lesson,2025-09-16,4,0","lesson.ref","L-2025-7a-rus-2025-09-16-4"],["-P7JERez-kimprtsrvr0_ohH2","lesson,2025-09-16,4,0","lesson.held",true],["-P7JERez-limprtsrvr0_ohH2","lesson,2025-09-16,4,0","lesson.roll",true],["-P7JERez-mimprtsrvr0_ohH2","lesson,2025-09-16,4,0","lesson.homework","§11"],["-P7JERez-nimprtsrvr0_ohH2","lesson,2025-09-19,3,0","lesson.ref","L-2025-7a-rus-2025-09-19-3"],["-P7JERez-oimprtsrvr0_ohH2","lesson,2025-09-19,3,0","lesson.held",true],["-P7JERez-pimprtsrvr0_ohH2","lesson,2025-09-19,3,0","lesson.roll",true],["-P7JERez-qimprtsrvr0_ohH2","lesson,2025-09-19,3,0","lesson.topic","rus: тема 12"],["-P7JERez-rimprtsrvr0_ohH2","lesson,2025-09-19,3,0","lesson.homework","§12"],["-P7JERez-simprtsrvr0_ohH2","lesson,2025-09-22,2,0","lesson.ref","L-2025-7a-rus-2025-09-22-2"],["-P7JERez-timprtsrvr0_ohH2","lesson,2025-09-22,2,0","lesson.held",true],["-P7JERez-uimprtsrvr0_ohH2","lesson,2025-09-22,2,0","lesson.topic","rus: тема 13"],["-P7JERez-vimprtsrvr0_ohH2","lesson,2025-09-22,2,0","lesson.homework","§13"],["-P7JERez-wimprtsrvr0_ohH2","lesson,2025-09-23,2,0","lesson.ref","L-2025-7a-rus-2025-09-23-2"],["-P7JERez-ximprtsrvr0_ohH2","lesson,2025-09-23,2,0","lesson.held",true],["-P7JERez-yimprtsrvr0_ohH2","lesson,2025-09-23,2,0","lesson.roll",true],["-P7JERez-zimprtsrvr0_ohH2","lesson,2025-09-23,2,0","lesson.topic","rus: тема 14"],["-P7JERez0-imprtsrvr0_ohH2","lesson,2025-09-23,2,0","lesson.homework","§14"],["-P7JERez00imprtsrvr0_ohH2","lesson,2025-09-23,4,0","lesson.ref","L-2025-7a-rus-2025-09-23-4"],["-P7JERez01imprtsrvr0_ohH2","lesson,2025-09-23,4,0","lesson.held",true],["-P7JERez02imprtsrvr0_ohH2","lesson,2025-09-23,4,0","lesson.roll",true],["-P7JERez03imprtsrvr0_ohH2","lesson,2025-09-23,4,0","lesson.topic","rus: тема 15"],["-P7JERez04imprtsrvr0_ohH2","lesson,2025-09-23,4,0","lesson.homework","§15"],["-P7JERez05imprtsrvr0_ohH2","lesson,2025-09-26,3,0","lesson.ref","L-2025-7a-rus-2025-09-26-3"],["-P7JERez06imprtsrvr0_ohH2","lesson,2025-09-26,3,0","lesson.held",true],["-P7JERez07imprtsrvr0_ohH2","lesson,2025-09-26,3,0","lesson.roll",true],["-P7JERez08imprtsrvr0_ohH2","lesson,2025-09-26,3,0","lesson.topic","rus: тема 16"],["-P7JERez09imprtsrvr0_ohH2","lesson,2025-09-26,3,0","lesson.homework","§16"],["-P7JERez0Aimprtsrvr0_ohH2","work,2025-09-08,2,0,W-L-2025-7a-rus-2025-09-08-2","work",{"kind":"тест","weight":0}],["-P7JERez0Bimprtsrvr0_ohH2","periodmark,2025-26/1,p001","periodmark","5"]]', '\x6db2962383e8d68aed48e81cb9acc2646e763b348deebd08cdf1ac28fd189086', '\x5067ec64320a359beb7ed3bb272dec66c5daf1fedd3820e3406ca3d3f70a3308', 14);
INSERT INTO public."row" VALUES (1, 13, 1, 588274966, 0, 111, 'imprt', 'srvr', 'import', '[111,1795635923633]', 'ok', NULL, 'b_g04PHjMOfjEMXmMCD1dg', true, '[{"user":"imprt","device":"srvr","app":"relay"},["-P7JERel--imprtsrvr-Y34oL","plan,1","plan",{"number":1,"hours":1,"topic":"math: тема 1","homework":"§1"}],["-P7JERel-0imprtsrvr-Y34oL","plan,2","plan",{"number":2,"hours":1,"topic":"math: тема 2","homework":"§2"}],["-P7JERel-1imprtsrvr-Y34oL","plan,3","plan",{"number":3,"hours":1,"topic":"math: тема 3","homework":"§3"}],["-P7JERel-2imprtsrvr-Y34oL","plan,4","plan",{"number":4,"hours":1,"topic":"math: тема 4","homework":"§4"}],["-P7JERel-3imprtsrvr-Y34oL","plan,5","plan",{"number":5,"hours":1,"topic":"math: тема 5","homework":"§5"}],["-P7JERel-4imprtsrvr-Y34oL","lesson,2025-09-01,1,0","lesson.ref","L-2025-7a-math-2025-09-01-1"],["-P7JERel-5imprtsrvr-Y34oL","lesson,2025-09-01,1,0","lesson.held",true],["-P7JERel-6imprtsrvr-Y34oL","lesson,2025-09-01,1,0","lesson.roll",true],["-P7JERel-7imprtsrvr-Y34oL","lesson,2025-09-01,1,0","lesson.topic","math: тема 1"],["-P7JERel-8imprtsrvr-Y34oL","lesson,2025-09-01,1,0","lesson.homework","§1"],["-P7JERel-9imprtsrvr-Y34oL","lesson,2025-09-02,3,0","lesson.ref","L-2025-7a-math-2025-09-02-3"],["-P7JERel-Aimprtsrvr-Y34oL","lesson,2025-09-02,3,0","lesson.held",true],["-P7JERel-Bimprtsrvr-Y34oL","lesson,2025-09-02,3,0","lesson.roll",true],["-P7JERel-Cimprtsrvr-Y34oL","lesson,2025-09-02,3,0","lesson.topic","math: тема 2"],["-P7JERel-Dimprtsrvr-Y34oL","lesson,2025-09-02,3,0","lesson.homework","§2"],["-P7JERel-Eimprtsrvr-Y34oL","lesson,2025-09-04,4,0","lesson.ref","L-2025-7a-math-2025-09-04-4"],["-P7JERel-Fimprtsrvr-Y34oL","lesson,2025-09-04,4,0","lesson.held",true],["-P7JERel-Gimprtsrvr-Y34oL","lesson,2025-09-04,4,0","lesson.roll",true],["-P7JERel-Himprtsrvr-Y34oL","lesson,2025-09-04,4,0","lesson.topic","math: тема 3"],["-P7JERel-Iimprtsrvr-Y34oL","lesson,2025-09-04,4,0","lesson.homework","§3"],["-P7JERel-Jimprtsrvr-Y34oL","lesson,2025-09-05,1,0","lesson.ref","L-2025-7a-math-2025-09-05-1"],["-P7JERel-Kimprtsrvr-Y34oL","lesson,2025-09-05,1,0","lesson.held",true],["-P7JERel-Limprtsrvr-Y34oL","lesson,2025-09-05,1,0","lesson.roll",true],["-P7JERel-Mimprtsrvr-Y34oL","lesson,2025-09-05,1,0","lesson.topic","math: тема 4"],["-P7JERel-Nimprtsrvr-Y34oL","lesson,2025-09-05,1,0","lesson.homework","§4"],["-P7JERel-Oimprtsrvr-Y34oL","lesson,2025-09-05,2,0","lesson.ref","L-2025-7a-math-2025-09-05-2"],["-P7JERel-Pimprtsrvr-Y34oL","lesson,2025-09-05,2,0","lesson.held",true],["-P7JERel-Qimprtsrvr-Y34oL","lesson,2025-09-05,2,0","lesson.roll",true],["-P7JERel-Rimprtsrvr-Y34oL","lesson,2025-09-05,2,0","lesson.topic","math: тема 5"],["-P7JERel-Simprtsrvr-Y34oL","lesson,2025-09-05,2,0","lesson.homework","§5"],["-P7JERel-Timprtsrvr-Y34oL","lesson,2025-09-08,1,0","lesson.ref","L-2025-7a-math-2025-09-08-1"],["-P7JERel-Uimprtsrvr-Y34oL","lesson,2025-09-08,1,0","lesson.held",true],["-P7JERel-Vimprtsrvr-Y34oL","lesson,2025-09-08,1,0","lesson.roll",true],["-P7JERel-Wimprtsrvr-Y34oL","lesson,2025-09-08,1,0","lesson.topic","math: тема 6"],["-P7JERel-Ximprtsrvr-Y34oL","lesson,2025-09-08,1,0","lesson.homework","§6"],["-P7JERel-Yimprtsrvr-Y34oL","lesson,2025-09-09,3,0","lesson.ref","L-2025-7a-math-2025-09-09-3"],["-P7JERel-Zimprtsrvr-Y34oL","lesson,2025-09-09,3,0","lesson.held",true],["-P7JERel-_imprtsrvr-Y34oL","lesson,2025-09-09,3,0","lesson.roll",true],["-P7JERel-aimprtsrvr-Y34oL","lesson,2025-09-09,3,0","lesson.topic","math: тема 7"],["-P7JERel-bimprtsrvr-Y34oL","lesson,2025-09-09,3,0","lesson.homework","§7"],["-P7JERel-cimprtsrvr-Y34oL","lesson,2025-09-11,4,0","lesson.ref","L-2025-7a-math-2025-09-11-4"],["-P7JERel-dimprtsrvr-Y34oL","lesson,2025-09-11,4,0","lesson.held",true],["-P7JERel-eimprtsrvr-Y34oL","lesson,2025-09-11,4,0","lesson.roll",true],["-P7JERel-fimprtsrvr-Y34oL","lesson,2025-09-11,4,0","lesson.topic","math: тема 8"],["-P7JERel-gimprtsrvr-Y34oL","lesson,2025-09-12,1,0","lesson.ref","L-2025-7a-math-2025-09-12-1"],["-P7JERel-himprtsrvr-Y34oL","lesson,2025-09-12,1,0","lesson.held",true],["-P7JERel-iimprtsrvr-Y34oL","lesson,2025-09-12,1,0","lesson.roll",true],["-P7JERel-jimprtsrvr-Y34oL","lesson,2025-09-12,1,0","lesson.topic","math: тема 9"],["-P7JERel-kimprtsrvr-Y34oL","lesson,2025-09-12,1,0","lesson.homework","§9"],["-P7JERel-limprtsrvr-Y34oL","lesson,2025-09-12,2,0","lesson.ref","L-2025-7a-math-2025-09-12-2"],["-P7JERel-mimprtsrvr-Y34oL","lesson,2025-09-12,2,0","lesson.held",true],["-P7JERel-nimprtsrvr-Y34oL","lesson,2025-09-12,2,0","lesson.roll",true],["-P7JERel-oimprtsrvr-Y34oL","lesson,2025-09-12,2,0","lesson.topic","math: тема 10"],["-P7JERel-pimprtsrvr-Y34oL","lesson,2025-09-15,1,0","lesson.ref","L-2025-7a-math-2025-09-15-1"],["-P7JERel-qimprtsrvr-Y34oL","lesson,2025-09-15,1,0","lesson.held",true],["-P7JERel-rimprtsrvr-Y34oL","lesson,2025-09-15,1,0","lesson.roll",true],["-P7JERel-simprtsrvr-Y34oL","lesson,2025-09-15,1,0","lesson.homework","§11"],["-P7JERel-timprtsrvr-Y34oL","lesson,2025-09-16,3,0","lesson.ref","L-2025-7a-math-2025-09-16-3"],["-P7JERel-uimprtsrvr-Y34oL","lesson,2025-09-16,3,0","lesson.held",true],["-P7JERel-vimprtsrvr-Y34oL","lesson,2025-09-16,3,0","lesson.roll",true],["-P7JERel-wimprtsrvr-Y34oL","lesson,2025-09-16,3,0","lesson.topic","math: тема 12"],["-P7JERel-ximprtsrvr-Y34oL","lesson,2025-09-16,3,0","lesson.homework","§12"],["-P7JERel-yimprtsrvr-Y34oL","lesson,2025-09-18,4,0","lesson.ref","L-2025-7a-math-2025-09-18-4"],["-P7JERel-zimprtsrvr-Y34oL","lesson,2025-09-18,4,0","lesson.held",true],["-P7JERel0-imprtsrvr-Y34oL","lesson,2025-09-18,4,0","lesson.roll",true],["-P7JERel00imprtsrvr-Y34oL","lesson,2025-09-18,4,0","lesson.topic","math: тема 13"],["-P7JERel01imprtsrvr-Y34oL","lesson,2025-09-18,4,0","lesson.homework","§13"],["-P7JERel02imprtsrvr-Y34oL","lesson,2025-09-19,1,0","lesson.ref","L-2025-7a-math-2025-09-19-1"],["-P7JERel03imprtsrvr-Y34oL","lesson,2025-09-19,1,0","lesson.held",true],["-P7JERel04imprtsrvr-Y34oL","lesson,2025-09-19,1,0","lesson.roll",true],["-P7JERel05imprtsrvr-Y34oL","lesson,2025-09-19,1,0","lesson.topic","math: тема 14"],["-P7JERel06imprtsrvr-Y34oL","lesson,2025-09-19,2,0","lesson.ref","L-2025-7a-math-2025-09-19-2"],["-P7JERel07imprtsrvr-Y34oL","lesson,2025-09-19,2,0","lesson.held",true],["-P7JERel08imprtsrvr-Y34oL","lesson,2025-09-19,2,0","lesson.roll",true],["-P7JERel09imprtsrvr-Y34oL","lesson,2025-09-19,2,0","lesson.topic","math: тема 15"],["-P7JERel0Aimprtsrvr-Y34oL","lesson,2025-09-19,2,0","lesson.homework","§15"],["-P7JERel0Bimprtsrvr-Y34oL","lesson,2025-09-22,1,0","lesson.ref","L-2025-7a-math-2025-09-22-1"],["-P7JERel0Cimprtsrvr-Y34oL","lesson,2025-09-22,1,0","lesson.held",true],["-P7JERel0Dimprtsrvr-Y34oL","lesson,2025-09-22,1,0","lesson.roll",true],["-P7JERel0Eimprtsrvr-Y34oL","lesson,2025-09-22,1,0","lesson.topic","math: тема 16"],["-P7JERel0Fimprtsrvr-Y34oL","lesson,2025-09-22,1,0","lesson.homework","§16"],["-P7JERel0Gimprtsrvr-Y34oL","lesson,2025-09-23,3,0","lesson.ref","L-2025-7a-math-2025-09-23-3"],["-P7JERel0Himprtsrvr-Y34oL","lesson,2025-09-23,3,0","lesson.held",true],["-P7JERel0Iimprtsrvr-Y34oL","lesson,2025-09-23,3,0","lesson.roll",true],["-P7JERel0Jimprtsrvr-Y34oL","lesson,2025-09-23,3,0","lesson.topic","math: тема 17"],["-P7JERel0Kimprtsrvr-Y34oL","lesson,2025-09-23,3,0","lesson.homework","§17"],["-P7JERel0Limprtsrvr-Y34oL","lesson,2025-09-25,4,0","lesson.ref","L-2025-7a-math-2025-09-25-4"],["-P7JERel0Mimprtsrvr-Y34oL","lesson,2025-09-25,4,0","lesson.held",true],["-P7JERel0Nimprtsrvr-Y34oL","lesson,2025-09-25,4,0","lesson.roll",true],["-P7JERel0Oimprtsrvr-Y34oL","lesson,2025-09-25,4,0","lesson.topic","math: тема 18"],["-P7JERel0Pimprtsrvr-Y34oL","lesson,2025-09-25,4,0","lesson.homework","§18"],["-P7JERel0Qimprtsrvr-Y34oL","lesson,2025-09-26,1,0","lesson.ref","L-2025-7a-math-2025-09-26-1"],["-P7JERel0Rimprtsrvr-Y34oL","lesson,2025-09-26,1,0","lesson.held",true],["-P7JERel0Simprtsrvr-Y34oL","lesson,2025-09-26,1,0","lesson.roll",true],["-P7JERel0Timprtsrvr-Y34oL","lesson,2025-09-26,1,0","lesson.topic","math: тема 19"],["-P7JERel0Uimprtsrvr-Y34oL","lesson,2025-09-26,2,0","lesson.ref","L-2025-7a-math-2025-09-26-2"],["-P7JERel0Vimprtsrvr-Y34oL","lesson,2025-09-26,2,0","lesson.held",true],["-P7JERel0Wimprtsrvr-Y34oL","lesson,2025-09-26,2,0","lesson.roll",true],["-P7JERel0Ximprtsrvr-Y34oL","lesson,2025-09-26,2,0","lesson.topic","math: тема 20"],["-P7JERel0Yimprtsrvr-Y34oL","lesson,2025-09-26,2,0","lesson.homework","§20"],["-P7JERel0Zimprtsrvr-Y34oL","work,2025-09-08,1,0,W-L-2025-7a-math-2025-09-08-1","work",{"kind":"тест","weight":2}],["-P7JERel0_imprtsrvr-Y34oL","work,2025-09-12,2,0,W-L-2025-7a-math-2025-09-12-2","work",{"kind":"диктант","weight":2}],["-P7JERel0aimprtsrvr-Y34oL","work,2025-09-12,2,0,R-L-2025-7a-math-2025-09-12-2","work",{"kind":"пересдача","retakeOf":"W-L-2025-7a-math-2025-09-08-1"}],["-P7JERel0bimprtsrvr-Y34oL","work,2025-09-19,1,0,W-L-2025-7a-math-2025-09-19-1","work",{"kind":"тест","weight":0}],["-P7JERel0cimprtsrvr-Y34oL","work,2025-09-22,1,0,W-L-2025-7a-math-2025-09-22-1","work",{"kind":"контрольная","weight":3}],["-P7JERel0dimprtsrvr-Y34oL","work,2025-09-22,1,0,R-L-2025-7a-math-2025-09-22-1","work",{"kind":"пересдача","retakeOf":"W-L-2025-7a-math-2025-09-19-1"}],["-P7JERel0eimprtsrvr-Y34oL","mark,2025-09-01,1,0,,p006","mark","3"],["-P7JERel0fimprtsrvr-Y34oL","mark,2025-09-01,1,0,,p007","mark","5"],["-P7JERel0gimprtsrvr-Y34oL","cell,2025-09-01,1,0,p004","presence","absent"],["-P7JERel0himprtsrvr-Y34oL","periodmark,2025-26/1,p001","periodmark","5"]]', '\x037cb534df58c9286c1f5aae71097aad5dfe7d20f58a73c94022a7e2e035bd0e', '\x1b1fe9dce8702803fac448441524f9f1135ade2f9ce31423bd89376266a38418', 13);
INSERT INTO public."row" VALUES (1, 15, 1, 3323163360, 0, 21, 'imprt', 'srvr', 'import', '[21,1795635923661]', 'ok', NULL, 'j5Q_AE7a1XbRtEpeWnzxHA', true, '[{"user":"imprt","device":"srvr","app":"relay"},["-P7JERfC--imprtsrvr253rAV","lesson,2025-09-01,3,0","lesson.ref","L-2025-7a-rov-2025-09-01-3"],["-P7JERfC-0imprtsrvr253rAV","lesson,2025-09-01,3,0","lesson.held",true],["-P7JERfC-1imprtsrvr253rAV","lesson,2025-09-01,3,0","lesson.roll",true],["-P7JERfC-2imprtsrvr253rAV","lesson,2025-09-01,3,0","lesson.topic","rov: тема 1"],["-P7JERfC-3imprtsrvr253rAV","lesson,2025-09-01,3,0","lesson.homework","§1"],["-P7JERfC-4imprtsrvr253rAV","lesson,2025-09-08,3,0","lesson.ref","L-2025-7a-rov-2025-09-08-3"],["-P7JERfC-5imprtsrvr253rAV","lesson,2025-09-08,3,0","lesson.held",true],["-P7JERfC-6imprtsrvr253rAV","lesson,2025-09-08,3,0","lesson.roll",true],["-P7JERfC-7imprtsrvr253rAV","lesson,2025-09-08,3,0","lesson.topic","rov: тема 2"],["-P7JERfC-8imprtsrvr253rAV","lesson,2025-09-08,3,0","lesson.homework","§2"],["-P7JERfC-9imprtsrvr253rAV","lesson,2025-09-15,3,0","lesson.ref","L-2025-7a-rov-2025-09-15-3"],["-P7JERfC-Aimprtsrvr253rAV","lesson,2025-09-15,3,0","lesson.held",true],["-P7JERfC-Bimprtsrvr253rAV","lesson,2025-09-15,3,0","lesson.roll",true],["-P7JERfC-Cimprtsrvr253rAV","lesson,2025-09-15,3,0","lesson.topic","rov: тема 3"],["-P7JERfC-Dimprtsrvr253rAV","lesson,2025-09-15,3,0","lesson.homework","§3"],["-P7JERfC-Eimprtsrvr253rAV","lesson,2025-09-22,3,0","lesson.ref","L-2025-7a-rov-2025-09-22-3"],["-P7JERfC-Fimprtsrvr253rAV","lesson,2025-09-22,3,0","lesson.held",true],["-P7JERfC-Gimprtsrvr253rAV","lesson,2025-09-22,3,0","lesson.roll",true],["-P7JERfC-Himprtsrvr253rAV","lesson,2025-09-22,3,0","lesson.topic","rov: тема 4"],["-P7JERfC-Iimprtsrvr253rAV","lesson,2025-09-22,3,0","lesson.homework","§4"]]', '\xf55d751af69168ef7de834fd8cb9bda736118a7667363cf7d437bf82dd4118ec', '\x5830c3faffa0d48586e64e740100d119a1dee16f9f766ea276b5df7262833b51', 15);
INSERT INTO public."row" VALUES (1, 17, 1, 2730388426, 0, 61, 'imprt', 'srvr', 'import', '[61,1795635923688]', 'ok', NULL, 'ykuO9B6ZtsdnAA033eS4wA', true, '[{"user":"imprt","device":"srvr","app":"relay"},["-P7JERfc--imprtsrvr1Xjaj9","lesson,2025-09-01,4,0","lesson.ref","L-2025-7a-eng2-2025-09-01-4"],["-P7JERfc-0imprtsrvr1Xjaj9","lesson,2025-09-01,4,0","lesson.held",true],["-P7JERfc-1imprtsrvr1Xjaj9","lesson,2025-09-01,4,0","lesson.roll",true],["-P7JERfc-2imprtsrvr1Xjaj9","lesson,2025-09-01,4,0","lesson.topic","eng: тема 1"],["-P7JERfc-3imprtsrvr1Xjaj9","lesson,2025-09-01,4,0","lesson.homework","§1"],["-P7JERfc-4imprtsrvr1Xjaj9","lesson,2025-09-02,1,0","lesson.ref","L-2025-7a-eng2-2025-09-02-1"],["-P7JERfc-5imprtsrvr1Xjaj9","lesson,2025-09-02,1,0","lesson.held",true],["-P7JERfc-6imprtsrvr1Xjaj9","lesson,2025-09-02,1,0","lesson.topic","eng: тема 2"],["-P7JERfc-7imprtsrvr1Xjaj9","lesson,2025-09-02,1,0","lesson.homework","§2"],["-P7JERfc-8imprtsrvr1Xjaj9","lesson,2025-09-04,3,0","lesson.ref","L-2025-7a-eng2-2025-09-04-3"],["-P7JERfc-9imprtsrvr1Xjaj9","lesson,2025-09-04,3,0","lesson.held",true],["-P7JERfc-Aimprtsrvr1Xjaj9","lesson,2025-09-04,3,0","lesson.roll",true],["-P7JERfc-Bimprtsrvr1Xjaj9","lesson,2025-09-04,3,0","lesson.topic","eng: тема 3"],["-P7JERfc-Cimprtsrvr1Xjaj9","lesson,2025-09-04,3,0","lesson.homework","§3"],["-P7JERfc-Dimprtsrvr1Xjaj9","lesson,2025-09-08,4,0","lesson.ref","L-2025-7a-eng2-2025-09-08-4"],["-P7JERfc-Eimprtsrvr1Xjaj9","lesson,2025-09-08,4,0","lesson.held",true],["-P7JERfc-Fimprtsrvr1Xjaj9","lesson,2025-09-08,4,0","lesson.homework","§4"],["-P7JERfc-Gimprtsrvr1Xjaj9","lesson,2025-09-09,1,0","lesson.ref","L-2025-7a-eng2-2025-09-09-1"],["-P7JERfc-Himprtsrvr1Xjaj9","lesson,2025-09-09,1,0","lesson.held",true],["-P7JERfc-Iimprtsrvr1Xjaj9","lesson,2025-09-09,1,0","lesson.roll",true],["-P7JERfc-Jimprtsrvr1Xjaj9","lesson,2025-09-09,1,0","lesson.topic","eng: тема 5"],["-P7JERfc-Kimprtsrvr1Xjaj9","lesson,2025-09-09,1,0","lesson.homework","§5"],["-P7JERfc-Limprtsrvr1Xjaj9","lesson,2025-09-11,3,0","lesson.ref","L-2025-7a-eng2-2025-09-11-3"],["-P7JERfc-Mimprtsrvr1Xjaj9","lesson,2025-09-11,3,0","lesson.held",true],["-P7JERfc-Nimprtsrvr1Xjaj9","lesson,2025-09-11,3,0","lesson.roll",true],["-P7JERfc-Oimprtsrvr1Xjaj9","lesson,2025-09-11,3,0","lesson.topic","eng: тема 6"],["-P7JERfc-Pimprtsrvr1Xjaj9","lesson,2025-09-11,3,0","lesson.homework","§6"],["-P7JERfc-Qimprtsrvr1Xjaj9","lesson,2025-09-15,4,0","lesson.ref","L-2025-7a-eng2-2025-09-15-4"],["-P7JERfc-Rimprtsrvr1Xjaj9","lesson,2025-09-15,4,0","lesson.held",true],["-P7JERfc-Simprtsrvr1Xjaj9","lesson,2025-09-15,4,0","lesson.roll",true],["-P7JERfc-Timprtsrvr1Xjaj9","lesson,2025-09-15,4,0","lesson.topic","eng: тема 7"],["-P7JERfc-Uimprtsrvr1Xjaj9","lesson,2025-09-15,4,0","lesson.homework","§7"],["-P7JERfc-Vimprtsrvr1Xjaj9","lesson,2025-09-16,1,0","lesson.ref","L-2025-7a-eng2-2025-09-16-1"],["-P7JERfc-Wimprtsrvr1Xjaj9","lesson,2025-09-16,1,0","lesson.held",true],["-P7JERfc-Ximprtsrvr1Xjaj9","lesson,2025-09-16,1,0","lesson.roll",true],["-P7JERfc-Yimprtsrvr1Xjaj9","lesson,2025-09-16,1,0","lesson.topic","eng: тема 8"],["-P7JERfc-Zimprtsrvr1Xjaj9","lesson,2025-09-16,1,0","lesson.homework","§8"],["-P7JERfc-_imprtsrvr1Xjaj9","lesson,2025-09-18,3,0","lesson.ref","L-2025-7a-eng2-2025-09-18-3"],["-P7JERfc-aimprtsrvr1Xjaj9","lesson,2025-09-18,3,0","lesson.held",true],["-P7JERfc-bimprtsrvr1Xjaj9","lesson,2025-09-18,3,0","lesson.roll",true],["-P7JERfc-cimprtsrvr1Xjaj9","lesson,2025-09-18,3,0","lesson.topic","eng: тема 9"],["-P7JERfc-dimprtsrvr1Xjaj9","lesson,2025-09-22,4,0","lesson.ref","L-2025-7a-eng2-2025-09-22-4"],["-P7JERfc-eimprtsrvr1Xjaj9","lesson,2025-09-22,4,0","lesson.held",true],["-P7JERfc-fimprtsrvr1Xjaj9","lesson,2025-09-22,4,0","lesson.roll",true],["-P7JERfc-gimprtsrvr1Xjaj9","lesson,2025-09-22,4,0","lesson.topic","eng: тема 10"],["-P7JERfc-himprtsrvr1Xjaj9","lesson,2025-09-22,4,0","lesson.homework","§10"],["-P7JERfc-iimprtsrvr1Xjaj9","lesson,2025-09-23,1,0","lesson.ref","L-2025-7a-eng2-2025-09-23-1"],["-P7JERfc-jimprtsrvr1Xjaj9","lesson,2025-09-23,1,0","lesson.held",true],["-P7JERfc-kimprtsrvr1Xjaj9","lesson,2025-09-23,1,0","lesson.roll",true],["-P7JERfc-limprtsrvr1Xjaj9","lesson,2025-09-23,1,0","lesson.topic","eng: тема 11"],["-P7JERfc-mimprtsrvr1Xjaj9","lesson,2025-09-23,1,0","lesson.homework","§11"],["-P7JERfc-nimprtsrvr1Xjaj9","lesson,2025-09-25,3,0","lesson.ref","L-2025-7a-eng2-2025-09-25-3"],["-P7JERfc-oimprtsrvr1Xjaj9","lesson,2025-09-25,3,0","lesson.held",true],["-P7JERfc-pimprtsrvr1Xjaj9","lesson,2025-09-25,3,0","lesson.roll",true],["-P7JERfc-qimprtsrvr1Xjaj9","lesson,2025-09-25,3,0","lesson.topic","eng: тема 12"],["-P7JERfc-rimprtsrvr1Xjaj9","lesson,2025-09-25,3,0","lesson.homework","§12"],["-P7JERfc-simprtsrvr1Xjaj9","work,2025-09-09,1,0,W-L-2025-7a-eng2-2025-09-09-1","work",{"kind":"диктант","weight":0.5}],["-P7JERfc-timprtsrvr1Xjaj9","work,2025-09-15,4,0,W-L-2025-7a-eng2-2025-09-15-4","work",{"kind":"контрольная","weight":0}],["-P7JERfc-uimprtsrvr1Xjaj9","work,2025-09-15,4,0,R-L-2025-7a-eng2-2025-09-15-4","work",{"kind":"пересдача","retakeOf":"W-L-2025-7a-eng2-2025-09-09-1"}],["-P7JERfc-vimprtsrvr1Xjaj9","periodmark,2025-26/1,p001","periodmark","5"]]', '\xbf8d083f35dabc206816404b6280a638e97199d07e16f23afd17ac90b2945b88', '\xacf08e75212b34c093108e0c23d0ebd57211b3eb53d8208de89c562e3fdd91ed', 17);
INSERT INTO public."row" VALUES (1, 19, 1, 3181441071, 0, 41, 'imprt', 'srvr', 'import', '[41,1795635923713]', 'ok', NULL, '9IF-qvVbMLimjeZeYCCj8Q', true, '[{"user":"imprt","device":"srvr","app":"relay"},["-P7JERg0--imprtsrvr1xcE-j","lesson,2025-09-03,2,0","lesson.ref","L-2025-7a-pe-2025-09-03-2"],["-P7JERg0-0imprtsrvr1xcE-j","lesson,2025-09-03,2,0","lesson.held",true],["-P7JERg0-1imprtsrvr1xcE-j","lesson,2025-09-03,2,0","lesson.roll",true],["-P7JERg0-2imprtsrvr1xcE-j","lesson,2025-09-03,2,0","lesson.topic","pe: тема 1"],["-P7JERg0-3imprtsrvr1xcE-j","lesson,2025-09-03,2,0","lesson.homework","§1"],["-P7JERg0-4imprtsrvr1xcE-j","lesson,2025-09-04,2,0","lesson.ref","L-2025-7a-pe-2025-09-04-2"],["-P7JERg0-5imprtsrvr1xcE-j","lesson,2025-09-04,2,0","lesson.held",true],["-P7JERg0-6imprtsrvr1xcE-j","lesson,2025-09-04,2,0","lesson.roll",true],["-P7JERg0-7imprtsrvr1xcE-j","lesson,2025-09-04,2,0","lesson.topic","pe: тема 2"],["-P7JERg0-8imprtsrvr1xcE-j","lesson,2025-09-04,2,0","lesson.homework","§2"],["-P7JERg0-9imprtsrvr1xcE-j","lesson,2025-09-10,2,0","lesson.ref","L-2025-7a-pe-2025-09-10-2"],["-P7JERg0-Aimprtsrvr1xcE-j","lesson,2025-09-10,2,0","lesson.held",true],["-P7JERg0-Bimprtsrvr1xcE-j","lesson,2025-09-10,2,0","lesson.roll",true],["-P7JERg0-Cimprtsrvr1xcE-j","lesson,2025-09-10,2,0","lesson.topic","pe: тема 3"],["-P7JERg0-Dimprtsrvr1xcE-j","lesson,2025-09-10,2,0","lesson.homework","§3"],["-P7JERg0-Eimprtsrvr1xcE-j","lesson,2025-09-11,2,0","lesson.ref","L-2025-7a-pe-2025-09-11-2"],["-P7JERg0-Fimprtsrvr1xcE-j","lesson,2025-09-11,2,0","lesson.held",true],["-P7JERg0-Gimprtsrvr1xcE-j","lesson,2025-09-11,2,0","lesson.roll",true],["-P7JERg0-Himprtsrvr1xcE-j","lesson,2025-09-11,2,0","lesson.homework","§4"],["-P7JERg0-Iimprtsrvr1xcE-j","lesson,2025-09-17,2,0","lesson.ref","L-2025-7a-pe-2025-09-17-2"],["-P7JERg0-Jimprtsrvr1xcE-j","lesson,2025-09-17,2,0","lesson.held",true],["-P7JERg0-Kimprtsrvr1xcE-j","lesson,2025-09-17,2,0","lesson.topic","pe: тема 5"],["-P7JERg0-Limprtsrvr1xcE-j","lesson,2025-09-17,2,0","lesson.homework","§5"],["-P7JERg0-Mimprtsrvr1xcE-j","lesson,2025-09-18,2,0","lesson.ref","L-2025-7a-pe-2025-09-18-2"],["-P7JERg0-Nimprtsrvr1xcE-j","lesson,2025-09-18,2,0","lesson.held",true],["-P7JERg0-Oimprtsrvr1xcE-j","lesson,2025-09-18,2,0","lesson.roll",true],["-P7JERg0-Pimprtsrvr1xcE-j","lesson,2025-09-18,2,0","lesson.topic","pe: тема 6"],["-P7JERg0-Qimprtsrvr1xcE-j","lesson,2025-09-18,2,0","lesson.homework","§6"],["-P7JERg0-Rimprtsrvr1xcE-j","lesson,2025-09-24,2,0","lesson.ref","L-2025-7a-pe-2025-09-24-2"],["-P7JERg0-Simprtsrvr1xcE-j","lesson,2025-09-24,2,0","lesson.held",true],["-P7JERg0-Timprtsrvr1xcE-j","lesson,2025-09-24,2,0","lesson.roll",true],["-P7JERg0-Uimprtsrvr1xcE-j","lesson,2025-09-24,2,0","lesson.topic","pe: тема 7"],["-P7JERg0-Vimprtsrvr1xcE-j","lesson,2025-09-24,2,0","lesson.homework","§7"],["-P7JERg0-Wimprtsrvr1xcE-j","lesson,2025-09-25,2,0","lesson.ref","L-2025-7a-pe-2025-09-25-2"],["-P7JERg0-Ximprtsrvr1xcE-j","lesson,2025-09-25,2,0","lesson.held",true],["-P7JERg0-Yimprtsrvr1xcE-j","lesson,2025-09-25,2,0","lesson.roll",true],["-P7JERg0-Zimprtsrvr1xcE-j","lesson,2025-09-25,2,0","lesson.topic","pe: тема 8"],["-P7JERg0-_imprtsrvr1xcE-j","lesson,2025-09-25,2,0","lesson.homework","§8"],["-P7JERg0-aimprtsrvr1xcE-j","work,2025-09-11,2,0,W-L-2025-7a-pe-2025-09-11-2","work",{"kind":"тест","weight":3}],["-P7JERg0-bimprtsrvr1xcE-j","periodmark,2025-26/1,p001","periodmark","5"]]', '\x3501814995082d551f6acb0ddfb92aa7923a9093dc855d0cc09db0737d26c3c0', '\x7e27fbaed7ccb5e39f95c9308c18403c9c1ccf6ad8979a7dd1725c2d8e14a594', 19);
INSERT INTO public."row" VALUES (1, 21, 1, 1565425710, 0, 20, 'imprt', 'srvr', 'import', '[20,1795635923736]', 'ok', NULL, 'Xl8HHyRVOlWxWsDdgIT0zQ', true, '[{"user":"imprt","device":"srvr","app":"relay"},["-P7JERgN--imprtsrvr0SIc-i","lesson,2025-09-03,4,0","lesson.ref","L-2025-7a-mus-2025-09-03-4"],["-P7JERgN-0imprtsrvr0SIc-i","lesson,2025-09-03,4,0","lesson.held",true],["-P7JERgN-1imprtsrvr0SIc-i","lesson,2025-09-03,4,0","lesson.roll",true],["-P7JERgN-2imprtsrvr0SIc-i","lesson,2025-09-03,4,0","lesson.topic","mus: тема 1"],["-P7JERgN-3imprtsrvr0SIc-i","lesson,2025-09-03,4,0","lesson.homework","§1"],["-P7JERgN-4imprtsrvr0SIc-i","lesson,2025-09-10,4,0","lesson.ref","L-2025-7a-mus-2025-09-10-4"],["-P7JERgN-5imprtsrvr0SIc-i","lesson,2025-09-10,4,0","lesson.held",true],["-P7JERgN-6imprtsrvr0SIc-i","lesson,2025-09-10,4,0","lesson.roll",true],["-P7JERgN-7imprtsrvr0SIc-i","lesson,2025-09-10,4,0","lesson.topic","mus: тема 2"],["-P7JERgN-8imprtsrvr0SIc-i","lesson,2025-09-10,4,0","lesson.homework","§2"],["-P7JERgN-9imprtsrvr0SIc-i","lesson,2025-09-17,4,0","lesson.ref","L-2025-7a-mus-2025-09-17-4"],["-P7JERgN-Aimprtsrvr0SIc-i","lesson,2025-09-17,4,0","lesson.held",true],["-P7JERgN-Bimprtsrvr0SIc-i","lesson,2025-09-17,4,0","lesson.roll",true],["-P7JERgN-Cimprtsrvr0SIc-i","lesson,2025-09-17,4,0","lesson.topic","mus: тема 3"],["-P7JERgN-Dimprtsrvr0SIc-i","lesson,2025-09-17,4,0","lesson.homework","§3"],["-P7JERgN-Eimprtsrvr0SIc-i","lesson,2025-09-24,4,0","lesson.ref","L-2025-7a-mus-2025-09-24-4"],["-P7JERgN-Fimprtsrvr0SIc-i","lesson,2025-09-24,4,0","lesson.held",true],["-P7JERgN-Gimprtsrvr0SIc-i","lesson,2025-09-24,4,0","lesson.roll",true],["-P7JERgN-Himprtsrvr0SIc-i","lesson,2025-09-24,4,0","lesson.homework","§4"]]', '\x773f49012657623627d0cb037994b70c8f6a7cdb87a942714f9a4933d664831f', '\xd3be10765c24e6c0a7b2a33bf85f1bde7160847bfa0c7fde8405ca8960d25eee', 21);
INSERT INTO public."row" VALUES (1, 16, 1, 1928027350, 0, 66, 'imprt', 'srvr', 'import', '[66,1795635923676]', 'ok', NULL, '0E8W6ik7Vixj5bA9OUIUGg', true, '[{"user":"imprt","device":"srvr","app":"relay"},["-P7JERfR--imprtsrvr0mupnL","lesson,2025-09-01,4,0","lesson.ref","L-2025-7a-eng1-2025-09-01-4"],["-P7JERfR-0imprtsrvr0mupnL","lesson,2025-09-01,4,0","lesson.held",true],["-P7JERfR-1imprtsrvr0mupnL","lesson,2025-09-01,4,0","lesson.roll",true],["-P7JERfR-2imprtsrvr0mupnL","lesson,2025-09-01,4,0","lesson.topic","eng: тема 1"],["-P7JERfR-3imprtsrvr0mupnL","lesson,2025-09-01,4,0","lesson.homework","§1"],["-P7JERfR-4imprtsrvr0mupnL","lesson,2025-09-02,1,0","lesson.ref","L-2025-7a-eng1-2025-09-02-1"],["-P7JERfR-5imprtsrvr0mupnL","lesson,2025-09-02,1,0","lesson.held",true],["-P7JERfR-6imprtsrvr0mupnL","lesson,2025-09-02,1,0","lesson.roll",true],["-P7JERfR-7imprtsrvr0mupnL","lesson,2025-09-02,1,0","lesson.topic","eng: тема 2"],["-P7JERfR-8imprtsrvr0mupnL","lesson,2025-09-02,1,0","lesson.homework","§2"],["-P7JERfR-9imprtsrvr0mupnL","lesson,2025-09-04,3,0","lesson.ref","L-2025-7a-eng1-2025-09-04-3"],["-P7JERfR-Aimprtsrvr0mupnL","lesson,2025-09-04,3,0","lesson.held",true],["-P7JERfR-Bimprtsrvr0mupnL","lesson,2025-09-04,3,0","lesson.roll",true],["-P7JERfR-Cimprtsrvr0mupnL","lesson,2025-09-04,3,0","lesson.topic","eng: тема 3"],["-P7JERfR-Dimprtsrvr0mupnL","lesson,2025-09-04,3,0","lesson.homework","§3"],["-P7JERfR-Eimprtsrvr0mupnL","lesson,2025-09-08,4,0","lesson.ref","L-2025-7a-eng1-2025-09-08-4"],["-P7JERfR-Fimprtsrvr0mupnL","lesson,2025-09-08,4,0","lesson.held",true],["-P7JERfR-Gimprtsrvr0mupnL","lesson,2025-09-08,4,0","lesson.roll",true],["-P7JERfR-Himprtsrvr0mupnL","lesson,2025-09-08,4,0","lesson.topic","eng: тема 4"],["-P7JERfR-Iimprtsrvr0mupnL","lesson,2025-09-08,4,0","lesson.homework","§4"],["-P7JERfR-Jimprtsrvr0mupnL","lesson,2025-09-09,1,0","lesson.ref","L-2025-7a-eng1-2025-09-09-1"],["-P7JERfR-Kimprtsrvr0mupnL","lesson,2025-09-09,1,0","lesson.held",true],["-P7JERfR-Limprtsrvr0mupnL","lesson,2025-09-09,1,0","lesson.roll",true],["-P7JERfR-Mimprtsrvr0mupnL","lesson,2025-09-09,1,0","lesson.topic","eng: тема 5"],["-P7JERfR-Nimprtsrvr0mupnL","lesson,2025-09-09,1,0","lesson.homework","§5"],["-P7JERfR-Oimprtsrvr0mupnL","lesson,2025-09-11,3,0","lesson.ref","L-2025-7a-eng1-2025-09-11-3"],["-P7JERfR-Pimprtsrvr0mupnL","lesson,2025-09-11,3,0","lesson.held",true],["-P7JERfR-Qimprtsrvr0mupnL","lesson,2025-09-11,3,0","lesson.roll",true],["-P7JERfR-Rimprtsrvr0mupnL","lesson,2025-09-11,3,0","lesson.topic","eng: тема 6"],["-P7JERfR-Simprtsrvr0mupnL","lesson,2025-09-11,3,0","lesson.homework","§6"],["-P7JERfR-Timprtsrvr0mupnL","lesson,2025-09-15,4,0","lesson.ref","L-2025-7a-eng1-2025-09-15-4"],["-P7JERfR-Uimprtsrvr0mupnL","lesson,2025-09-15,4,0","lesson.held",true],["-P7JERfR-Vimprtsrvr0mupnL","lesson,2025-09-15,4,0","lesson.roll",true],["-P7JERfR-Wimprtsrvr0mupnL","lesson,2025-09-15,4,0","lesson.topic","eng: тема 7"],["-P7JERfR-Ximprtsrvr0mupnL","lesson,2025-09-15,4,0","lesson.homework","§7"],["-P7JERfR-Yimprtsrvr0mupnL","lesson,2025-09-16,1,0","lesson.ref","L-2025-7a-eng1-2025-09-16-1"],["-P7JERfR-Zimprtsrvr0mupnL","lesson,2025-09-16,1,0","lesson.held",true],["-P7JERfR-_imprtsrvr0mupnL","lesson,2025-09-16,1,0","lesson.roll",true],["-P7JERfR-aimprtsrvr0mupnL","lesson,2025-09-16,1,0","lesson.topic","eng: тема 8"],["-P7JERfR-bimprtsrvr0mupnL","lesson,2025-09-16,1,0","lesson.homework","§8"],["-P7JERfR-cimprtsrvr0mupnL","lesson,2025-09-18,3,0","lesson.ref","L-2025-7a-eng1-2025-09-18-3"],["-P7JERfR-dimprtsrvr0mupnL","lesson,2025-09-18,3,0","lesson.held",true],["-P7JERfR-eimprtsrvr0mupnL","lesson,2025-09-18,3,0","lesson.roll",true],["-P7JERfR-fimprtsrvr0mupnL","lesson,2025-09-18,3,0","lesson.topic","eng: тема 9"],["-P7JERfR-gimprtsrvr0mupnL","lesson,2025-09-18,3,0","lesson.homework","§9"],["-P7JERfR-himprtsrvr0mupnL","lesson,2025-09-22,4,0","lesson.ref","L-2025-7a-eng1-2025-09-22-4"],["-P7JERfR-iimprtsrvr0mupnL","lesson,2025-09-22,4,0","lesson.held",true],["-P7JERfR-jimprtsrvr0mupnL","lesson,2025-09-22,4,0","lesson.roll",true],["-P7JERfR-kimprtsrvr0mupnL","lesson,2025-09-22,4,0","lesson.topic","eng: тема 10"],["-P7JERfR-limprtsrvr0mupnL","lesson,2025-09-22,4,0","lesson.homework","§10"],["-P7JERfR-mimprtsrvr0mupnL","lesson,2025-09-23,1,0","lesson.ref","L-2025-7a-eng1-2025-09-23-1"],["-P7JERfR-nimprtsrvr0mupnL","lesson,2025-09-23,1,0","lesson.held",true],["-P7JERfR-oimprtsrvr0mupnL","lesson,2025-09-23,1,0","lesson.roll",true],["-P7JERfR-pimprtsrvr0mupnL","lesson,2025-09-23,1,0","lesson.topic","eng: тема 11"],["-P7JERfR-qimprtsrvr0mupnL","lesson,2025-09-25,3,0","lesson.ref","L-2025-7a-eng1-2025-09-25-3"],["-P7JERfR-rimprtsrvr0mupnL","lesson,2025-09-25,3,0","lesson.held",true],["-P7JERfR-simprtsrvr0mupnL","lesson,2025-09-25,3,0","lesson.roll",true],["-P7JERfR-timprtsrvr0mupnL","lesson,2025-09-25,3,0","lesson.topic","eng: тема 12"],["-P7JERfR-uimprtsrvr0mupnL","lesson,2025-09-25,3,0","lesson.homework","§12"],["-P7JERfR-vimprtsrvr0mupnL","work,2025-09-02,1,0,W-L-2025-7a-eng1-2025-09-02-1","work",{"kind":"контрольная"}],["-P7JERfR-wimprtsrvr0mupnL","work,2025-09-08,4,0,W-L-2025-7a-eng1-2025-09-08-4","work",{"kind":"тест"}],["-P7JERfR-ximprtsrvr0mupnL","work,2025-09-16,1,0,W-L-2025-7a-eng1-2025-09-16-1","work",{"kind":"диктант","weight":1.5}],["-P7JERfR-yimprtsrvr0mupnL","work,2025-09-16,1,0,R-L-2025-7a-eng1-2025-09-16-1","work",{"kind":"пересдача","retakeOf":"W-L-2025-7a-eng1-2025-09-08-4"}],["-P7JERfR-zimprtsrvr0mupnL","work,2025-09-22,4,0,W-L-2025-7a-eng1-2025-09-22-4","work",{"kind":"тест","weight":0}],["-P7JERfR0-imprtsrvr0mupnL","work,2025-09-23,1,0,W-L-2025-7a-eng1-2025-09-23-1","work",{"kind":"контрольная","weight":2}]]', '\xd0c54d7ea69b50a0c27a053e3b97bbec246e9b66a29c1d32a4b6d0dbf71d31d1', '\x418f9d36907416824e70c89427f5140af3e29830fe1099ec9a30108b06df244e', 16);
INSERT INTO public."row" VALUES (1, 18, 1, 3734952186, 0, 20, 'imprt', 'srvr', 'import', '[20,1795635923702]', 'ok', NULL, 'cxHHoJntuG_tB14YopKepg', true, '[{"user":"imprt","device":"srvr","app":"relay"},["-P7JERfq--imprtsrvr2TbhYu","lesson,2025-09-03,1,0","lesson.ref","L-2025-7a-inf-2025-09-03-1"],["-P7JERfq-0imprtsrvr2TbhYu","lesson,2025-09-03,1,0","lesson.held",true],["-P7JERfq-1imprtsrvr2TbhYu","lesson,2025-09-03,1,0","lesson.roll",true],["-P7JERfq-2imprtsrvr2TbhYu","lesson,2025-09-03,1,0","lesson.topic","inf: тема 1"],["-P7JERfq-3imprtsrvr2TbhYu","lesson,2025-09-03,1,0","lesson.homework","§1"],["-P7JERfq-4imprtsrvr2TbhYu","lesson,2025-09-10,1,0","lesson.ref","L-2025-7a-inf-2025-09-10-1"],["-P7JERfq-5imprtsrvr2TbhYu","lesson,2025-09-10,1,0","lesson.held",true],["-P7JERfq-6imprtsrvr2TbhYu","lesson,2025-09-10,1,0","lesson.roll",true],["-P7JERfq-7imprtsrvr2TbhYu","lesson,2025-09-10,1,0","lesson.topic","inf: тема 2"],["-P7JERfq-8imprtsrvr2TbhYu","lesson,2025-09-10,1,0","lesson.homework","§2"],["-P7JERfq-9imprtsrvr2TbhYu","lesson,2025-09-17,1,0","lesson.ref","L-2025-7a-inf-2025-09-17-1"],["-P7JERfq-Aimprtsrvr2TbhYu","lesson,2025-09-17,1,0","lesson.held",true],["-P7JERfq-Bimprtsrvr2TbhYu","lesson,2025-09-17,1,0","lesson.roll",true],["-P7JERfq-Cimprtsrvr2TbhYu","lesson,2025-09-17,1,0","lesson.topic","inf: тема 3"],["-P7JERfq-Dimprtsrvr2TbhYu","lesson,2025-09-17,1,0","lesson.homework","§3"],["-P7JERfq-Eimprtsrvr2TbhYu","lesson,2025-09-24,1,0","lesson.ref","L-2025-7a-inf-2025-09-24-1"],["-P7JERfq-Fimprtsrvr2TbhYu","lesson,2025-09-24,1,0","lesson.held",true],["-P7JERfq-Gimprtsrvr2TbhYu","lesson,2025-09-24,1,0","lesson.roll",true],["-P7JERfq-Himprtsrvr2TbhYu","lesson,2025-09-24,1,0","lesson.topic","inf: тема 4"]]', '\x9dd79b79afc0f7f5774d371027e54f3ea756c22d3578603ff1de6e97d43cb7fa', '\xa4ad7a20b3adecbbb3a785d8252937793d7c353d69411abf7d93e1d58e815c61', 18);
INSERT INTO public."row" VALUES (1, 20, 1, 2325475193, 0, 44, 'imprt', 'srvr', 'import', '[44,1795635923725]', 'ok', NULL, 'Jm1w3jxTsfQwKfS1fzoktg', true, '[{"user":"imprt","device":"srvr","app":"relay"},["-P7JERgC--imprtsrvr19ayxt","lesson,2025-09-03,3,0","lesson.ref","L-2025-7a-hist-2025-09-03-3"],["-P7JERgC-0imprtsrvr19ayxt","lesson,2025-09-03,3,0","lesson.held",true],["-P7JERgC-1imprtsrvr19ayxt","lesson,2025-09-03,3,0","lesson.roll",true],["-P7JERgC-2imprtsrvr19ayxt","lesson,2025-09-03,3,0","lesson.topic","hist: тема 1"],["-P7JERgC-3imprtsrvr19ayxt","lesson,2025-09-04,1,0","lesson.ref","L-2025-7a-hist-2025-09-04-1"],["-P7JERgC-4imprtsrvr19ayxt","lesson,2025-09-04,1,0","lesson.held",true],["-P7JERgC-5imprtsrvr19ayxt","lesson,2025-09-04,1,0","lesson.roll",true],["-P7JERgC-6imprtsrvr19ayxt","lesson,2025-09-04,1,0","lesson.topic","hist: тема 2"],["-P7JERgC-7imprtsrvr19ayxt","lesson,2025-09-04,1,0","lesson.homework","§2"],["-P7JERgC-8imprtsrvr19ayxt","lesson,2025-09-10,3,0","lesson.ref","L-2025-7a-hist-2025-09-10-3"],["-P7JERgC-9imprtsrvr19ayxt","lesson,2025-09-10,3,0","lesson.held",true],["-P7JERgC-Aimprtsrvr19ayxt","lesson,2025-09-10,3,0","lesson.roll",true],["-P7JERgC-Bimprtsrvr19ayxt","lesson,2025-09-10,3,0","lesson.topic","hist: тема 3"],["-P7JERgC-Cimprtsrvr19ayxt","lesson,2025-09-10,3,0","lesson.homework","§3"],["-P7JERgC-Dimprtsrvr19ayxt","lesson,2025-09-11,1,0","lesson.ref","L-2025-7a-hist-2025-09-11-1"],["-P7JERgC-Eimprtsrvr19ayxt","lesson,2025-09-11,1,0","lesson.held",true],["-P7JERgC-Fimprtsrvr19ayxt","lesson,2025-09-11,1,0","lesson.roll",true],["-P7JERgC-Gimprtsrvr19ayxt","lesson,2025-09-11,1,0","lesson.topic","hist: тема 4"],["-P7JERgC-Himprtsrvr19ayxt","lesson,2025-09-11,1,0","lesson.homework","§4"],["-P7JERgC-Iimprtsrvr19ayxt","lesson,2025-09-17,3,0","lesson.ref","L-2025-7a-hist-2025-09-17-3"],["-P7JERgC-Jimprtsrvr19ayxt","lesson,2025-09-17,3,0","lesson.held",true],["-P7JERgC-Kimprtsrvr19ayxt","lesson,2025-09-17,3,0","lesson.roll",true],["-P7JERgC-Limprtsrvr19ayxt","lesson,2025-09-17,3,0","lesson.topic","hist: тема 5"],["-P7JERgC-Mimprtsrvr19ayxt","lesson,2025-09-17,3,0","lesson.homework","§5"],["-P7JERgC-Nimprtsrvr19ayxt","lesson,2025-09-18,1,0","lesson.ref","L-2025-7a-hist-2025-09-18-1"],["-P7JERgC-Oimprtsrvr19ayxt","lesson,2025-09-18,1,0","lesson.held",true],["-P7JERgC-Pimprtsrvr19ayxt","lesson,2025-09-18,1,0","lesson.roll",true],["-P7JERgC-Qimprtsrvr19ayxt","lesson,2025-09-18,1,0","lesson.topic","hist: тема 6"],["-P7JERgC-Rimprtsrvr19ayxt","lesson,2025-09-18,1,0","lesson.homework","§6"],["-P7JERgC-Simprtsrvr19ayxt","lesson,2025-09-24,3,0","lesson.ref","L-2025-7a-hist-2025-09-24-3"],["-P7JERgC-Timprtsrvr19ayxt","lesson,2025-09-24,3,0","lesson.held",true],["-P7JERgC-Uimprtsrvr19ayxt","lesson,2025-09-24,3,0","lesson.roll",true],["-P7JERgC-Vimprtsrvr19ayxt","lesson,2025-09-24,3,0","lesson.topic","hist: тема 7"],["-P7JERgC-Wimprtsrvr19ayxt","lesson,2025-09-24,3,0","lesson.homework","§7"],["-P7JERgC-Ximprtsrvr19ayxt","lesson,2025-09-25,1,0","lesson.ref","L-2025-7a-hist-2025-09-25-1"],["-P7JERgC-Yimprtsrvr19ayxt","lesson,2025-09-25,1,0","lesson.held",true],["-P7JERgC-Zimprtsrvr19ayxt","lesson,2025-09-25,1,0","lesson.roll",true],["-P7JERgC-_imprtsrvr19ayxt","lesson,2025-09-25,1,0","lesson.topic","hist: тема 8"],["-P7JERgC-aimprtsrvr19ayxt","work,2025-09-17,3,0,W-L-2025-7a-hist-2025-09-17-3","work",{"kind":"тест","weight":1.5}],["-P7JERgC-bimprtsrvr19ayxt","work,2025-09-18,1,0,W-L-2025-7a-hist-2025-09-18-1","work",{"kind":"диктант","weight":0.5}],["-P7JERgC-cimprtsrvr19ayxt","work,2025-09-18,1,0,R-L-2025-7a-hist-2025-09-18-1","work",{"kind":"пересдача","retakeOf":"W-L-2025-7a-hist-2025-09-17-3"}],["-P7JERgC-dimprtsrvr19ayxt","work,2025-09-25,1,0,W-L-2025-7a-hist-2025-09-25-1","work",{"kind":"тест","weight":0}],["-P7JERgC-eimprtsrvr19ayxt","periodmark,2025-26/1,p001","periodmark","5"]]', '\xd2dadfd4c9580539c5245d89ff7a140662668f334e12bb7b9b0e495d3fdc6662', '\xd85f5d17c025aad8a8c1e115ce0c4f7ffc8dee670de6732a4c0cd53967e25275', 20);
INSERT INTO public."row" VALUES (1, 1, 2, 2890438657, 0, 10, 'relay', 'srvr', 'relay', '[10,1795635927532]', 'ok', NULL, 'glQlprLcbuf_MpkUqODLLA', true, '[{"user":"relay","device":"srvr","app":"relay"},["-P7JESbg--relaysrvr1gH8V0","account,mdf_d","account",{"person":"t1"}],["-P7JESbg-0relaysrvr1gH8V0","account,hhKze","account",{"person":"t4"}],["-P7JESbg-1relaysrvr1gH8V0","account,bwU5f","account",{"person":"t7"}],["-P7JESbg-2relaysrvr1gH8V0","account,BUYER","account",{"person":"t2"}],["-P7JESbg-3relaysrvr1gH8V0","account,KosgK","account",{"person":"t8"}],["-P7JESbg-4relaysrvr1gH8V0","account,XPK-0","account",{"person":"t6"}],["-P7JESbg-5relaysrvr1gH8V0","account,rjyq_","account",{"person":"dep"}],["-P7JESbg-6relaysrvr1gH8V0","account,jX_zb","account",{"person":"t3"}],["-P7JESbg-7relaysrvr1gH8V0","account,krAmJ","account",{"person":"t5"}]]', '\x8ee4fdb9ca924cc042d34ec82ffacfecdc635af7ca259f3188962f3c34d82a2e', '\x62b69e9e70ea567e716f527b0bf1355ff2074197d8b063279f0a4838a16a6846', 22);
INSERT INTO public.school OVERRIDING SYSTEM VALUE VALUES (1, 'school', 'kHN7X_gxDIBr', 22, NULL);
INSERT INTO public.school_key VALUES (1, 'relay.key', 'lozUFXbo_0CFVO4YEtjjYY');
INSERT INTO public.school_key VALUES (1, 'push.key', 'BBuGef09wpPli211xwBMcwR8k8eC5sRA1LazcJgF-xSCBS6IxGjMnDJNRdxnpV6SQl4N5AQhnoRkeGUDyRTQpN4');
INSERT INTO public.writer VALUES (1, 1, 3219187936, 'imprt', 'srvr', 70);
INSERT INTO public.writer VALUES (1, 2, 2240019433, 'imprt', 'srvr', 35);
INSERT INTO public.writer VALUES (1, 3, 2389001621, 'imprt', 'srvr', 2);
INSERT INTO public.writer VALUES (1, 4, 2785158383, 'imprt', 'srvr', 2);
INSERT INTO public.writer VALUES (1, 5, 2684911723, 'imprt', 'srvr', 2);
INSERT INTO public.writer VALUES (1, 6, 514807906, 'imprt', 'srvr', 2);
INSERT INTO public.writer VALUES (1, 7, 782503334, 'imprt', 'srvr', 2);
INSERT INTO public.writer VALUES (1, 8, 138886283, 'imprt', 'srvr', 2);
INSERT INTO public.writer VALUES (1, 9, 4261147987, 'imprt', 'srvr', 2);
INSERT INTO public.writer VALUES (1, 10, 397532226, 'imprt', 'srvr', 2);
INSERT INTO public.writer VALUES (1, 11, 787467697, 'imprt', 'srvr', 2);
INSERT INTO public.writer VALUES (1, 12, 506001386, 'imprt', 'srvr', 2);
INSERT INTO public.writer VALUES (1, 13, 588274966, 'imprt', 'srvr', 111);
INSERT INTO public.writer VALUES (1, 14, 1708315779, 'imprt', 'srvr', 78);
INSERT INTO public.writer VALUES (1, 15, 3323163360, 'imprt', 'srvr', 21);
INSERT INTO public.writer VALUES (1, 16, 1928027350, 'imprt', 'srvr', 66);
INSERT INTO public.writer VALUES (1, 17, 2730388426, 'imprt', 'srvr', 61);
INSERT INTO public.writer VALUES (1, 18, 3734952186, 'imprt', 'srvr', 20);
INSERT INTO public.writer VALUES (1, 19, 3181441071, 'imprt', 'srvr', 41);
INSERT INTO public.writer VALUES (1, 20, 2325475193, 'imprt', 'srvr', 44);
INSERT INTO public.writer VALUES (1, 21, 1565425710, 'imprt', 'srvr', 20);
INSERT INTO public.writer VALUES (1, 1, 2890438657, 'relay', 'srvr', 10);
SELECT pg_catalog.setval('public.account_events_rowid_seq', 18, true);
SELECT pg_catalog.setval('public.document_number_seq', 21, true);
SELECT pg_catalog.setval('public.school_number_seq', 1, true);
ALTER TABLE ONLY public.absence_watch
    ADD CONSTRAINT absence_watch_pkey PRIMARY KEY (school, document, cell);
ALTER TABLE ONLY public.access_tokens
    ADD CONSTRAINT access_tokens_pkey PRIMARY KEY (school, hash);
ALTER TABLE ONLY public.account_events
    ADD CONSTRAINT account_events_pkey PRIMARY KEY (school, rowid);
ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (school, "user");
ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_school_login_key UNIQUE (school, login);
ALTER TABLE ONLY public.demo
    ADD CONSTRAINT demo_pkey PRIMARY KEY (school, only_row);
ALTER TABLE ONLY public.device_shares
    ADD CONSTRAINT device_shares_pkey PRIMARY KEY (school, "user", device);
ALTER TABLE ONLY public.device_shares
    ADD CONSTRAINT device_shares_school_ticket_key UNIQUE (school, ticket);
ALTER TABLE ONLY public.devices
    ADD CONSTRAINT devices_pkey PRIMARY KEY (school, "user", id);
ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (school, number);
ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_school_name_key UNIQUE (school, name);
ALTER TABLE ONLY public.esia_links
    ADD CONSTRAINT esia_links_pkey PRIMARY KEY (school, issuer, subject);
ALTER TABLE ONLY public.esia_links
    ADD CONSTRAINT esia_links_school_user_key UNIQUE (school, "user");
ALTER TABLE ONLY public.fact_index
    ADD CONSTRAINT fact_index_pkey PRIMARY KEY (school, document, key, seq);
ALTER TABLE ONLY public.failed_attempts
    ADD CONSTRAINT failed_attempts_pkey PRIMARY KEY (school, key);
ALTER TABLE ONLY public.family_links
    ADD CONSTRAINT family_links_pkey PRIMARY KEY (school, pupil, person);
ALTER TABLE ONLY public.file_contents
    ADD CONSTRAINT file_contents_pkey PRIMARY KEY (school, hash);
ALTER TABLE ONLY public.file_journals
    ADD CONSTRAINT file_journals_pkey PRIMARY KEY (school, hash, journal);
ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_pkey PRIMARY KEY (school, hash);
ALTER TABLE ONLY public.one_time_codes
    ADD CONSTRAINT one_time_codes_pkey PRIMARY KEY (school, "user");
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (school, key);
ALTER TABLE ONLY public.pending
    ADD CONSTRAINT pending_pkey PRIMARY KEY (school, key);
ALTER TABLE ONLY public.policy_fact
    ADD CONSTRAINT policy_fact_pkey PRIMARY KEY (school, document, seq, clock);
ALTER TABLE ONLY public.push_subscriptions
    ADD CONSTRAINT push_subscriptions_pkey PRIMARY KEY (school, endpoint);
ALTER TABLE ONLY public.refresh_tokens
    ADD CONSTRAINT refresh_tokens_pkey PRIMARY KEY (school, hash);
ALTER TABLE ONLY public."row"
    ADD CONSTRAINT row_pkey PRIMARY KEY (school, document, seq);
ALTER TABLE ONLY public.school
    ADD CONSTRAINT school_id_key UNIQUE (id);
ALTER TABLE ONLY public.school_key
    ADD CONSTRAINT school_key_pkey PRIMARY KEY (school, name);
ALTER TABLE ONLY public.school
    ADD CONSTRAINT school_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.served_host
    ADD CONSTRAINT served_host_pkey PRIMARY KEY (host);
ALTER TABLE ONLY public.sign_outs
    ADD CONSTRAINT sign_outs_pkey PRIMARY KEY (school, number);
ALTER TABLE ONLY public.writer
    ADD CONSTRAINT writer_pkey PRIMARY KEY (school, document, client);
CREATE INDEX access_tokens_by_device ON public.access_tokens USING btree (school, "user", device);
CREATE INDEX account_events_by_user ON public.account_events USING btree (school, "user", at);
CREATE INDEX accounts_by_person ON public.accounts USING btree (school, person);
CREATE INDEX family_links_by_user ON public.family_links USING btree (school, "user");
CREATE INDEX outbox_asked ON public.outbox USING btree (school, asked);
CREATE INDEX outbox_due ON public.outbox USING btree (school, way, due) WHERE (outcome IS NULL);
CREATE INDEX pending_until ON public.pending USING btree (school, until);
CREATE INDEX policy_changes ON public.policy_fact USING btree (school, change);
CREATE INDEX push_subscriptions_by_user ON public.push_subscriptions USING btree (school, "user", created_at);
CREATE INDEX refresh_tokens_by_device ON public.refresh_tokens USING btree (school, "user", device);
CREATE INDEX row_changes ON public."row" USING btree (school, change);
CREATE UNIQUE INDEX row_elements ON public."row" USING btree (school, document, client, clock) WHERE carries;
CREATE INDEX row_receipts ON public."row" USING btree (school, document, client, clock) WHERE (NOT carries);
ALTER TABLE ONLY public.absence_watch
    ADD CONSTRAINT absence_watch_school_fkey FOREIGN KEY (school) REFERENCES public.school(number);
ALTER TABLE ONLY public.access_tokens
    ADD CONSTRAINT access_tokens_school_fkey FOREIGN KEY (school) REFERENCES public.school(number);
ALTER TABLE ONLY public.account_events
    ADD CONSTRAINT account_events_school_fkey FOREIGN KEY (school) REFERENCES public.school(number);
ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_school_fkey FOREIGN KEY (school) REFERENCES public.school(number);
ALTER TABLE ONLY public.demo
    ADD CONSTRAINT demo_school_fkey FOREIGN KEY (school) REFERENCES public.school(number);
ALTER TABLE ONLY public.device_shares
    ADD CONSTRAINT device_shares_school_fkey FOREIGN KEY (school) REFERENCES public.school(number);
ALTER TABLE ONLY public.devices
    ADD CONSTRAINT devices_school_user_fkey FOREIGN KEY (school, "user") REFERENCES public.accounts(school, "user");
ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_school_fkey FOREIGN KEY (school) REFERENCES public.school(number);
ALTER TABLE ONLY public.esia_links
    ADD CONSTRAINT esia_links_school_user_fkey FOREIGN KEY (school, "user") REFERENCES public.accounts(school, "user");
ALTER TABLE ONLY public.failed_attempts
    ADD CONSTRAINT failed_attempts_school_fkey FOREIGN KEY (school) REFERENCES public.school(number);
ALTER TABLE ONLY public.family_links
    ADD CONSTRAINT family_links_school_user_fkey FOREIGN KEY (school, "user") REFERENCES public.accounts(school, "user");
ALTER TABLE ONLY public.file_contents
    ADD CONSTRAINT file_contents_school_fkey FOREIGN KEY (school) REFERENCES public.school(number);
ALTER TABLE ONLY public.file_journals
    ADD CONSTRAINT file_journals_school_hash_fkey FOREIGN KEY (school, hash) REFERENCES public.files(school, hash);
ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_school_fkey FOREIGN KEY (school) REFERENCES public.school(number);
ALTER TABLE ONLY public.one_time_codes
    ADD CONSTRAINT one_time_codes_school_user_fkey FOREIGN KEY (school, "user") REFERENCES public.accounts(school, "user");
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_school_fkey FOREIGN KEY (school) REFERENCES public.school(number);
ALTER TABLE ONLY public.pending
    ADD CONSTRAINT pending_school_fkey FOREIGN KEY (school) REFERENCES public.school(number);
ALTER TABLE ONLY public.push_subscriptions
    ADD CONSTRAINT push_subscriptions_school_fkey FOREIGN KEY (school) REFERENCES public.school(number);
ALTER TABLE ONLY public.refresh_tokens
    ADD CONSTRAINT refresh_tokens_school_fkey FOREIGN KEY (school) REFERENCES public.school(number);
ALTER TABLE ONLY public."row"
    ADD CONSTRAINT row_school_document_fkey FOREIGN KEY (school, document) REFERENCES public.document(school, number);
ALTER TABLE ONLY public.school_key
    ADD CONSTRAINT school_key_school_fkey FOREIGN KEY (school) REFERENCES public.school(number);
ALTER TABLE ONLY public.sign_outs
    ADD CONSTRAINT sign_outs_school_fkey FOREIGN KEY (school) REFERENCES public.school(number);
ALTER TABLE ONLY public.writer
    ADD CONSTRAINT writer_school_document_fkey FOREIGN KEY (school, document) REFERENCES public.document(school, number);
ALTER TABLE public.absence_watch ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.access_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.account_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.demo ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.device_shares ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.devices ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.document ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.esia_links ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.fact_index ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.failed_attempts ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.family_links ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.file_contents ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.file_journals ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.files ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.one_time_codes ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.outbox ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_school ON public.absence_watch USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.access_tokens USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.account_events USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.accounts USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.demo USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.device_shares USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.devices USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.document USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.esia_links USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.fact_index USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.failed_attempts USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.family_links USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.file_contents USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.file_journals USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.files USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.one_time_codes USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.outbox USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.pending USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.policy_fact USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.push_subscriptions USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.refresh_tokens USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public."row" USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.school USING (((number = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer) OR (id = current_setting('parta.opening'::text, true))));
CREATE POLICY own_school ON public.school_key USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.sign_outs USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
CREATE POLICY own_school ON public.writer USING ((school = (NULLIF(current_setting('parta.school'::text, true), ''::text))::integer));
ALTER TABLE public.pending ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.policy_fact ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.push_subscriptions ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.refresh_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."row" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.school ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.school_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.sign_outs ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.writer ENABLE ROW LEVEL SECURITY;
