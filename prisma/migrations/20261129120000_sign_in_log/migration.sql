-- Who signed in and out is read newest first; all other entries of the log are about children.
CREATE INDEX access_log_sign_in_idx ON access_log (at) WHERE action IN ('signIn', 'signOut');
