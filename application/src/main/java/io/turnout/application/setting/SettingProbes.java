package io.turnout.application.setting;

import io.turnout.domain.setting.Flaw;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether what settings name answers, and is what it has to be. Nothing is changed by asking.
public interface SettingProbes {
    /// What is wrong with those of `values` that are `changed`. Answers within seconds, asks nobody
    /// but whom the values name, and repeats nothing that they say.
    List<Flaw> probe(Map<String, String> values, Set<String> changed);
}
