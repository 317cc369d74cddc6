package dev.depict.emulator;

/** What the program says of itself. */
final class Usage {
  static final String TEXT =
      """
      Usage: emulator [OPTIONS]

      A stand-in for the Gemini API: real wire format, no network, no cost.

        --listen HOST:PORT  where to listen (default 127.0.0.1:8199)
        --key KEY           a key that is right; may be repeated (default: any key is)
        --rpm N             requests a minute, for each key and model (default: no limit)
        --tpm N             input tokens a minute (default: no limit)
        --rpd N             requests a day, by the date in Los Angeles (default: no limit)
        --counting WAY      sliding, bucket or minute (default sliding)
        --no-details        a 429 does not tell which limit was met
        --network MIN..MAX  milliseconds until a call is counted (default 0..0)
        --latency MIN..MAX  milliseconds until an answer is given (default 0..0)
        --tokens MODEL=FACTOR[~NOISE]  counts a prompt's tokens otherwise than is published, such
                            as gemini-2.5-flash=1.13~0.05
        --seed N            of all randomness (default 1)
        --keep              keeps what is sent, for /emulator/pictures/NUMBER
        --help              this text

      While it runs, it is looked at and steered over HTTP, with JSON:

        GET    /emulator/books            each call: when, who, what, and what became of it
        GET    /emulator/summary          the sums alone
        GET    /emulator/pictures/NUMBER  the picture of a call, with --keep
        DELETE /emulator/books            forgets all calls; limits still count them
        PUT    /emulator/limits           {"requestsPerMinute": 15, "counting": "SLIDING_WINDOW"}
        PUT    /emulator/delays           {"thinking": {"minMillis": 50, "maxMillis": 2000}}
        POST   /emulator/faults           {"fault": "UNAVAILABLE", "times": 3}
        POST   /emulator/answers          {"text": "{\\"alt_text\\": \\"A cat.\\"}", "code": 7}
        DELETE /emulator/faults, /emulator/answers

      Faults and answers are for all calls, or for one "call" (a number), "code" (in the
      picture), "model" or "key", or each with a "probability"; "times" or "forMillis" end them.
      """;

  private Usage() {}
}
