package io.turnout.application.erasure;

import io.turnout.application.privacy.Vault;

/// Everything it needs to forget somebody.
public record ErasurePorts(
        Erasures erasures, ErasureLedger ledger, LedgerCopy copy, Vault vault, ErasureRule rule) {}
