package io.turnout.adapters.postgres;

import io.turnout.application.privacy.Vault.Sealed;

/// A person as a table may have them.
@SuppressWarnings("ArrayRecordComponent") // opaque bytes that nobody compares
record SealedPerson(Sealed sealed, byte[] finder) {}
