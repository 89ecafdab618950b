/** What is wrong with a data set: codes, severities, where and what to do. */
package io.boxfit.data.fault;
