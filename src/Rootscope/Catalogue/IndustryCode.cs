namespace Rootscope.Catalogue;

/// <summary>How purely a class of a classification stands for a technology, in a typical world mix of what the class makes.</summary>
public enum PurityGrade
{
    /// <summary>About half of the class or more, or its dedicated makers.</summary>
    A,

    /// <summary>Between 10 and 50 percent of the class.</summary>
    B,

    /// <summary>Less: a special kind inside a broad class.</summary>
    C,
}

/// <summary>A class of an industry or product classification that holds a technology.</summary>
/// <param name="Technology">The technology.</param>
/// <param name="Classification">The classification, one of <see cref="Classification.All"/>.</param>
/// <param name="Code">The code in it.</param>
/// <param name="Grade">How purely the class stands for the technology.</param>
/// <param name="Note">What else is in the class, or what is uncertain; may be empty.</param>
/// <remarks>
/// In industry classifications the class is the one whose makers make the technology, never its users: it carries the technology.
/// </remarks>
public sealed record IndustryCode(Technology Technology, Classification Classification, string Code, PurityGrade Grade, string Note);
