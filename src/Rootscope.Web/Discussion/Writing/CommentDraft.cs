namespace Rootscope.Web.Discussion.Writing;

/// <summary>What a comment says about the claim that it stands under.</summary>
public enum Stance
{
    /// <summary>Nothing is said.</summary>
    None,

    /// <summary>It supports the claim.</summary>
    Supports,

    /// <summary>It disputes the claim.</summary>
    Disputes,

    /// <summary>It brings evidence that was not there.</summary>
    NewEvidence,
}

/// <summary>A comment as somebody has written it, unchecked.</summary>
public sealed record CommentDraft
{
    public string Name { get; init; } = string.Empty;

    public string Email { get; init; } = string.Empty;

    public string Text { get; init; } = string.Empty;

    /// <summary>Whether the writer agrees that name and text are published and the address is kept.</summary>
    public bool Consent { get; init; }

    public Stance Stance { get; init; }

    /// <summary>An address that the comment refers to; empty for none.</summary>
    public string Citation { get; init; } = string.Empty;
}

/// <summary>A fault of a field, as a sentence with its repair.</summary>
/// <param name="Field">The field's name in the form.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record FieldFault(string Field, string Message);
