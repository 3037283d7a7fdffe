namespace Rootscope.Dependence.Indicators;

/// <summary>A figure that a rule may set a threshold for. Definitions: docs/methods/dependence.md.</summary>
public enum DependenceIndicator
{
    /// <summary>Σ s_k² over origins outside the buyer.</summary>
    ImportConcentration,

    /// <summary>1 / Σ s_k²: the number of equal suppliers that would be as concentrated.</summary>
    EffectiveSuppliers,

    /// <summary>Number of origins outside the buyer.</summary>
    Suppliers,

    /// <summary>Theil's index of the shares of origins over all economies outside the buyer.</summary>
    ImportTheil,

    /// <summary>The largest share of one origin in the imports from outside.</summary>
    LargestOriginShare,

    /// <summary>Imports from outside over all imports of the members, those from each other included; 1 for a single economy.</summary>
    ExternalShare,

    /// <summary>
    /// Imports from outside over all exports of the members, those to each other included; over production where that is known.
    /// </summary>
    ImportExportRatio,

    /// <summary>Imports from outside over exports to outside; over production where that is known.</summary>
    ExternalImportExportRatio,

    /// <summary>Imports over production less exports plus imports, M / (Y − X + M); needs production.</summary>
    ImportPenetration,

    /// <summary>Imports from outside, in money.</summary>
    Imports,

    /// <summary>Exports to outside, in money.</summary>
    Exports,

    /// <summary>Σ of squared shares of economies in world exports of the product.</summary>
    WorldExportConcentration,

    /// <summary>Theil's index of these shares over all economies.</summary>
    WorldExportTheil,

    /// <summary>The largest share of one economy in world exports of the product.</summary>
    LargestExporterShare,

    /// <summary>Standard deviation over all economies of their shares in world exports: how central the centre is.</summary>
    ExporterShareDeviation,

    /// <summary>Mean clustering of the directed, weighted network of the product (Fagiolo 2007).</summary>
    Clustering,
}
