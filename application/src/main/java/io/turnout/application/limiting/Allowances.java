package io.turnout.application.limiting;

import io.turnout.domain.limiting.Allowance;
import io.turnout.domain.limiting.Taking;

/// What is left of each allowance. Many may take at once, and nobody takes more than there is. An
/// allowance that nobody used for its window is whole again. Whatever happens, taking keeps nobody
/// waiting for longer than a twentieth of a second; where instances share what is left and the
/// place where they do is away, each goes by its own.
public interface Allowances {
    Taking take(Allowance allowance);
}
