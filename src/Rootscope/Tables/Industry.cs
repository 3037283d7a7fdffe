namespace Rootscope.Tables;

/// <summary>One industry or product class of a table.</summary>
/// <param name="Code">Its code in the table's classification; unique in the table.</param>
/// <param name="Name">Its official English name.</param>
/// <param name="LocalName">Its official name in the source's language, or empty.</param>
public sealed record Industry(string Code, string Name, string LocalName = "");

/// <summary>One region of a table.</summary>
/// <param name="Code">Its code, as a rule ISO 3166 alpha-3; unique in the table.</param>
/// <param name="Name">Its English name.</param>
public sealed record Region(string Code, string Name);
