/// Who may come in: apps, users, tokens, and the OAuth desk that hands tokens out.
@NullMarked
package io.turnout.simulator.auth;

import org.jspecify.annotations.NullMarked;
