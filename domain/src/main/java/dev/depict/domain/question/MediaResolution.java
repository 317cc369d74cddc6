package dev.depict.domain.question;

/** How closely the provider looks at the picture, which decides how many tokens it counts. */
public enum MediaResolution {
  LOW,
  MEDIUM,
  HIGH
}
