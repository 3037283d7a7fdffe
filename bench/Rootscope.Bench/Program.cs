using BenchmarkDotNet.Running;
using Rootscope.Bench;

// dotnet run -c Release --project bench/Rootscope.Bench -- whole [FOLDER of the source tables]
// dotnet run -c Release --project bench/Rootscope.Bench -- import [DECIMALS]
// dotnet run -c Release --project bench/Rootscope.Bench -- --filter '*'
if (args is ["whole", ..])
{
    return WholeProcess.Run(args.Length > 1 ? args[1] : null);
}

if (args is ["import", ..])
{
    return LargeImport.Run(args[1..]);
}

BenchmarkSwitcher.FromAssembly(typeof(EquilibriumCuts).Assembly).Run(args);
return 0;
