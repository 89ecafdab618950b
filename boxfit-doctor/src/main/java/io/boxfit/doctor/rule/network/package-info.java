/** What a network is built of and begins with. */
package io.boxfit.doctor.rule.network;
