//! `glue IN.wasm OUT_FOLDER`: what the command `wasm-bindgen --target web --no-typescript` does.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(input), Some(output)) = (arguments.next(), arguments.next()) else {
        return Err("glue IN.wasm OUT_FOLDER".into());
    };
    wasm_bindgen_cli_support::Bindgen::new()
        .input_path(input)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_producers_section(true)
        .out_name("wasm")
        .generate(output)?;
    Ok(())
}
