/// The REST API of one org, as clients see it.
@NullMarked
package io.turnout.simulator.rest;

import org.jspecify.annotations.NullMarked;
