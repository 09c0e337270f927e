/// Who, where and with which settings: the only room that knows which adapter stands behind which
/// port. Nobody imports it.
package io.turnout.config;
