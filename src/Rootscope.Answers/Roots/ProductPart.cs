using Rootscope.Roots;
using Rootscope.Roots.Bands;

namespace Rootscope.Answers.Roots;

/// <summary>One thing that is known about a product: its figures under a lens, a tier over it, a chain, a neighbour.</summary>
/// <param name="Part">What kind of thing it is.</param>
/// <param name="Item">Which of that kind.</param>
/// <param name="Name">What it is about, in words; null where the item says it.</param>
internal sealed record ProductPart(string Part, string Item, string? Name)
{
    public const string Figure = "figures";
    public const string Pyramid = "pyramid";
    public const string Supplier = "supplier";
    public const string Buyer = "buyer";

    /// <summary>Its figures under a lens.</summary>
    public RootRow? Figures { get; init; }

    /// <summary>A flow, or what is carried. Unit: the table's money.</summary>
    public double? Value { get; init; }

    /// <summary>Value added that stands on it. Unit: the table's money.</summary>
    public double? Supported { get; init; }

    /// <summary>Of what the part says. Unit: share.</summary>
    public double? Share { get; init; }

    /// <summary>A band over draws, in the unit of the item.</summary>
    public Band? Band { get; init; }
}
