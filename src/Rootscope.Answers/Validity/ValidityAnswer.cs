using Rootscope.Answers.Questions;
using Rootscope.Answers.Roots;
using Rootscope.Roots.Validation;

namespace Rootscope.Answers.Validity;

/// <summary>What a <see cref="ValidityQuestion"/> comes to.</summary>
public sealed record ValidityAnswer
{
    internal ValidityAnswer() { }

    /// <summary>The question.</summary>
    public required ValidityQuestion Question { get; init; }

    /// <summary>The ranking whose measures are scored, with its economy.</summary>
    public required RootAnswer Roots { get; init; }

    /// <summary>What the experts name, item by item.</summary>
    public required IReadOnlyList<ExpertMention> Mentions { get; init; }

    /// <summary>Which industries are compared, and which of them are named.</summary>
    public required ExpertLabels Labels { get; init; }

    /// <summary>The bootstrap that bands are from.</summary>
    public required BootstrapOptions Bootstrap { get; init; }

    /// <summary>The scores: what is at stake, the older measures, and what is left of each without its parts.</summary>
    public required IReadOnlyList<ValidityRow> Rows { get; init; }
}
