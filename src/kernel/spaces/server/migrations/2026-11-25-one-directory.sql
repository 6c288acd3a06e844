-- A programme has one directory space. A second could be shown to some in place of the first, and hide what is written there.
CREATE UNIQUE INDEX space_one_directory ON spaces.space (tenant) WHERE kind = 'directory';
