namespace Rootscope.Roots.Irreplaceability;

/// <summary>What is known of a product that bears on how hard it is to replace. Larger always means harder.</summary>
public enum ProductTrait
{
    /// <summary>Complexity of the product in world trade.</summary>
    Complexity,

    /// <summary>How few economies export it with comparative advantage.</summary>
    FewExporters,

    /// <summary>Exports over output: others come here for it.</summary>
    Exports,

    /// <summary>Value added over output: made by its makers, not bought.</summary>
    ValueAdded,

    /// <summary>Research and development over value added.</summary>
    Research,

    /// <summary>Share of supply that is invested.</summary>
    CapitalGoods,

    /// <summary>Imports over home use: held abroad.</summary>
    Imports,

    /// <summary>Share of differentiated goods, without exchange or reference price.</summary>
    Differentiation,

    /// <summary>Share of sales to industries that cannot work without it.</summary>
    Essential,
}

/// <summary>Traits that bear witness to the same thing, and so count once between them.</summary>
/// <param name="Name">What they tell.</param>
/// <param name="Traits">The traits, averaged.</param>
public sealed record Ingredient(string Name, IReadOnlyList<ProductTrait> Traits)
{
    /// <summary>All ingredients of irreplaceability; each counts the same.</summary>
    public static IReadOnlyList<Ingredient> All { get; } =
    [
        new("few-makers", [ProductTrait.Complexity, ProductTrait.FewExporters]),
        new("exports", [ProductTrait.Exports]),
        new("knowledge", [ProductTrait.ValueAdded, ProductTrait.Research]),
        new("capital-goods", [ProductTrait.CapitalGoods]),
        new("imports", [ProductTrait.Imports]),
        new("differentiation", [ProductTrait.Differentiation]),
        new("essential", [ProductTrait.Essential]),
    ];
}

/// <summary>The traits of one product, as ranks.</summary>
/// <param name="Code">Its code in the classification.</param>
/// <param name="Ranks">Rank by trait among the products that have it, from 0 to 1, 1 hardest to replace. Unit: share of products. A trait
/// without evidence is absent.</param>
public sealed record ProductTraits(string Code, IReadOnlyDictionary<ProductTrait, double> Ranks);
