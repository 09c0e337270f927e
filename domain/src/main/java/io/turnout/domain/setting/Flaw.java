package io.turnout.domain.setting;

/// What is wrong with what is proposed for one setting. It repeats nothing that was typed.
public record Flaw(String name, String why) {}
