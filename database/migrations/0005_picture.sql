-- Pictures of people, outside the record: they prove nothing and can be thrown away. See
-- database/README.md.

CREATE TABLE picture (
    person TEXT PRIMARY KEY,
    image BLOB NOT NULL CHECK (length(image) <= 65536)
) STRICT;
