namespace Rootscope.Storage.Formats.Bea;

/// <summary>The figures of the three BEA files, aligned by code: rows and columns in the order of the use table.</summary>
internal sealed class BeaAccounts
{
    public BeaAccounts(BeaFiles files)
    {
        Files = files;
        string[] rows = [.. files.Use.Rows.Where(c => !BeaCodes.IsTotal(c))];
        string[] columns = [.. files.Use.Columns.Where(c => !BeaCodes.IsTotal(c))];
        Products = [.. rows.Where(c => !BeaCodes.IsValueAdded(c) && !BeaCodes.IsNoProduct(c))];
        NoProducts = [.. rows.Where(BeaCodes.IsNoProduct)];
        ValueAddedCodes = [.. rows.Where(BeaCodes.IsValueAdded)];
        Industries = [.. columns.Where(c => !BeaCodes.IsFinalDemand(c))];
        FinalCodes = [.. columns.Where(c => BeaCodes.IsFinalDemand(c) && !BeaCodes.IsImports(c))];
        string imports = columns.FirstOrDefault(BeaCodes.IsImports) ?? "F05000";
        Inputs = files.Use.Block(Products, Industries);
        NoProductInputs = files.Use.Block(NoProducts, Industries);
        ValueAdded = files.Use.Block(ValueAddedCodes, Industries);
        FinalDemand = files.Use.Block(Products, FinalCodes);
        NetImports = files.Use.Block(Products, [imports]);
        Make = files.Make.Block(Industries, Products);
        NoProductsMade = [.. NoProducts.Where(files.Make.Columns.Contains)];
        NoProductMake = files.Make.Block(Industries, NoProductsMade);
        ImportedInputs = files.Import.Block(Products, Industries);
        ImportedFinalDemand = files.Import.Block(Products, FinalCodes);
        GrossImports = files.Import.Block(Products, [imports]);
    }

    public BeaFiles Files { get; }

    /// <summary>The commodities that become sectors.</summary>
    public IReadOnlyList<string> Products { get; }

    /// <summary>The rows of the use table that are no products.</summary>
    public string[] NoProducts { get; }

    /// <summary>Those of them that industries sell.</summary>
    public IReadOnlyList<string> NoProductsMade { get; }

    public IReadOnlyList<string> ValueAddedCodes { get; }

    public IReadOnlyList<string> Industries { get; }

    /// <summary>The columns of final demand, imports excepted.</summary>
    public IReadOnlyList<string> FinalCodes { get; }

    /// <summary>Products × industries.</summary>
    public double[] Inputs { get; }

    public double[] NoProductInputs { get; }

    public double[] ValueAdded { get; }

    public double[] FinalDemand { get; }

    /// <summary>
    /// The column of imports in the use table: negative, less the margins and duties that domestic sectors earn on imports.
    /// </summary>
    public double[] NetImports { get; }

    /// <summary>Industries × products.</summary>
    public double[] Make { get; }

    public double[] NoProductMake { get; }

    public double[] ImportedInputs { get; }

    public double[] ImportedFinalDemand { get; }

    /// <summary>The column of imports in the import matrix: negative, nothing netted.</summary>
    public double[] GrossImports { get; }
}
